package io.provenant.network.fabric.node;

import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.MemberSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a network's folder must hold from its first block on. That block names keys and ports, so a part that is gone is
 * never made anew beside those that are left.
 */
final class FolderParts {

    static final String PORTS = "ports.properties";

    private static final String JOINED = "joined";

    private final Path folder;

    FolderParts(Path folder) {
        this.folder = folder;
    }

    /** Refuses a folder whose first block was made and whose description is gone. */
    void requireDescription() {
        if (isFounded()) {
            refuseMissing(List.of(folder.resolve(NetworkFile.NAME), folder.resolve(PORTS)));
        }
    }

    /** Refuses a folder in which anything is gone that its founders had when they began, or a node since it joined. */
    void require(NetworkPlan plan) {
        List<Path> parts = new ArrayList<>();
        if (isFounded()) {
            Set<String> founders = founders();
            plan.members().stream()
                    .filter(place -> founders.contains(place.mspId()) || hasJoined(place.home()))
                    .forEach(place -> parts.addAll(keys(place)));
            plan.orderers().forEach(place -> parts.addAll(keys(place)));
            parts.add(plan.block());
        }
        plan.members().stream()
                .filter(place -> hasJoined(place.home()))
                .map(PeerPlace::data)
                .forEach(parts::add);
        plan.orderers().stream()
                .filter(place -> hasJoined(place.home()))
                .map(OrdererPlace::data)
                .forEach(parts::add);
        refuseMissing(parts);
    }

    private Set<String> founders() {
        return NetworkFile.read(folder).map(NetworkFile::founders).orElse(List.of()).stream()
                .map(MemberSettings::mspId)
                .collect(Collectors.toSet());
    }

    private static List<Path> keys(PeerPlace place) {
        List<Path> keys = authority(place.home());
        keys.addAll(List.of(place.publicMsp(), place.msp(), place.adminMsp(), place.tls()));
        keys.addAll(List.of(place.serviceTls(), place.serviceClientTls()));
        return keys;
    }

    private static List<Path> keys(OrdererPlace place) {
        List<Path> keys = authority(place.home());
        keys.addAll(List.of(place.publicMsp(), place.msp(), place.tls()));
        return keys;
    }

    private static List<Path> authority(Path home) {
        return Stream.of("ca.pem", "ca.key", "tlsca.pem", "tlsca.key")
                .map(NodeIdentities.authority(home)::resolve)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Notes that the node of this home holds the channel's ledger from now on. */
    static void noteJoined(Path home) {
        Path note = home.resolve(JOINED);
        try {
            if (!Files.exists(note)) {
                Files.createFile(note);
            }
        } catch (IOException e) {
            throw new FabricException("cannot write " + note, e);
        }
    }

    /** True once the first block is made, or a node holds the channel's ledger. */
    boolean isFounded() {
        return hasIn(folder.resolve("channel"), file -> file.toString().endsWith(".block"))
                || hasIn(folder.resolve("organisations"), FolderParts::hasJoined);
    }

    static boolean hasJoined(Path home) {
        return Files.exists(home.resolve(JOINED));
    }

    private static boolean hasIn(Path directory, Predicate<Path> wanted) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(wanted);
        } catch (IOException e) {
            throw new FabricException("cannot read " + directory, e);
        }
    }

    private void refuseMissing(List<Path> parts) {
        SortedSet<Path> missing = new TreeSet<>();
        parts.stream().filter(part -> !Files.exists(part)).forEach(part -> missing.add(highestMissing(part)));
        if (!missing.isEmpty()) {
            List<String> names = missing.stream()
                    .map(part -> folder.relativize(part).toString())
                    .toList();
            throw new FabricException("of the network in " + folder + " these parts are missing: "
                    + String.join(", ", names)
                    + "\nbring them back from a copy; or begin anew, without its data: scripts/network reset");
        }
    }

    private static Path highestMissing(Path part) {
        Path parent = part.getParent();
        return parent == null || Files.exists(parent) ? part : highestMissing(parent);
    }
}
