package io.provenant.network.fabric.node;

import io.provenant.network.fabric.FabricException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which chaincode services an organisation runs: one file a package label, which holds the command that starts it, one
 * argument a line. Whoever holds the network up starts what is here and stops what is gone.
 */
public final class Services {

    private static final String SUFFIX = ".service";

    private final Path folder;

    private Services(Path folder) {
        this.folder = folder;
    }

    /** Those of an organisation. */
    public static Services of(PeerPlace peer) {
        return new Services(peer.home().resolve("chaincode/services"));
    }

    /** The labels of their packages, ascending. */
    public List<String> labels() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new FabricException("cannot read the services in " + folder, e);
        }
    }

    /** The command that serves a label. */
    public List<String> command(String label) {
        try {
            return Files.readAllLines(file(label));
        } catch (IOException e) {
            throw new FabricException("there is no service of " + label + " in " + folder, e);
        }
    }

    /** Has a label served by this command from now on. */
    public void put(String label, List<String> command) {
        try {
            Files.createDirectories(folder);
            Files.write(file(label), command);
        } catch (IOException e) {
            throw new FabricException("cannot write a service to " + folder, e);
        }
    }

    /** Has a label served no more. */
    public void remove(String label) {
        try {
            Files.deleteIfExists(file(label));
        } catch (IOException e) {
            throw new FabricException("cannot delete a service in " + folder, e);
        }
    }

    private Path file(String label) {
        return folder.resolve(label + SUFFIX);
    }
}
