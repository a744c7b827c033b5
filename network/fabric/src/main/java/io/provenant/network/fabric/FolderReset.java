package io.provenant.network.fabric;

import io.provenant.network.fabric.node.NetworkFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Deletes what a network keeps in its folder, and nothing else: what stands there beside it stays, and so does a folder
 * that holds no network.
 */
final class FolderReset {

    private static final String PORTS = "ports.properties";

    /** Everything that a network writes into its folder; what says that it is one comes last. */
    private static final List<String> ENTRIES = List.of(
            "organisations",
            "channel",
            "chaincode",
            "builder",
            "logs",
            "collections.json.next",
            "collections.json",
            "compose.yaml",
            "endpoints.txt",
            "command.lock",
            "request.txt",
            "request.txt.next",
            "request.lock",
            "answer.txt",
            "answer.txt.next",
            "ports.properties.next",
            "network.txt.next",
            PORTS,
            "network.txt");

    private final Path folder;

    FolderReset(Path folder) {
        this.folder = folder;
    }

    /** Deletes the network, which nobody holds up meanwhile; gives what is left in the folder, as it is not the network's. */
    List<Path> run() throws IOException {
        requireNetwork();
        try (FolderLock lock = FolderLock.take(folder)) {
            for (String entry : ENTRIES) {
                delete(folder.resolve(entry));
            }
            lock.delete();
        }
        try (Stream<Path> left = Files.list(folder)) {
            List<Path> others = left.sorted().toList();
            if (others.isEmpty()) {
                Files.delete(folder);
            }
            return others;
        }
    }

    /** A network's description or its ports, by what stands in them: other programs have files of these names, too. */
    private void requireNetwork() {
        if (!NetworkFile.read(folder).map(NetworkFile::isDescription).orElse(false)
                && !hasLine(folder.resolve(PORTS), "orderer1.operations=")) {
            throw new FabricException(folder + " holds no network, so nothing in it is deleted");
        }
    }

    private static boolean hasLine(Path file, String start) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.anyMatch(line -> line.startsWith(start));
        } catch (IOException e) {
            throw new FabricException("cannot read " + file, e);
        }
    }

    private static void delete(Path entry) throws IOException {
        if (!Files.exists(entry)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(entry)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
