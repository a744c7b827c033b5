package io.provenant.network.fabric;

import io.provenant.network.fabric.channel.CodeLabel;
import io.provenant.network.fabric.node.NetworkFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The command line's options, each {@code --name value}, or {@code --name} alone for a switch. */
record NetworkOptions(SortedMap<String, String> values) {

    private static final List<String> NAMES = List.of(
            "folder",
            "consensus",
            "engine",
            "orderers",
            "chaincode",
            "version",
            "jar",
            "package",
            "package-id",
            "organisation",
            "sequence",
            "collections",
            "output",
            "msp-id",
            "domain",
            "signed-by");
    /** Starts every JVM from its jars alone. */
    static final String NO_ARCHIVE = "no-class-archive";

    private static final List<String> SWITCHES = List.of("no-peer", NO_ARCHIVE);
    private static final String ON = "on";

    static NetworkOptions parse(List<String> arguments) {
        SortedMap<String, String> values = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i).startsWith("--") ? arguments.get(i).substring(2) : "";
            if (SWITCHES.contains(name)) {
                values.put(name, ON);
            } else if (!NAMES.contains(name)) {
                throw new IllegalArgumentException(
                        "there is no option " + arguments.get(i) + "; options are " + NAMES + " and " + SWITCHES);
            } else if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("the option --" + name + " needs a value");
            } else {
                values.put(name, arguments.get(++i));
            }
        }
        return new NetworkOptions(values);
    }

    Path folder() {
        return Path.of(required("folder")).toAbsolutePath().normalize();
    }

    /**
     * The network that these options and this environment mean; where the folder holds one, that one, with the chaincode
     * that it runs, whatever jar is named.
     */
    FabricSettings settings(Map<String, String> environment) {
        FabricSettings network = network(environment);
        Optional<NetworkFile> kept = NetworkFile.read(folder());
        List<MemberSettings> members = kept.map(NetworkFile::members).orElse(network.members());
        List<ChaincodeSettings> chaincodes = kept.map(NetworkFile::chaincodes).orElse(List.of()).stream()
                .map(label -> chaincode(CodeLabel.parse(label), members))
                .toList();
        if (chaincodes.isEmpty() && values.containsKey("jar")) {
            chaincodes = List.of(chaincode(keep(label(), jar()), members));
            keepCollections();
        }
        return network.withChaincodes(chaincodes);
    }

    /** The same without what runs on it; refuses all the same whatever is wrong with them. */
    FabricSettings network(Map<String, String> environment) {
        Optional<NetworkFile> kept = NetworkFile.read(folder());
        Consensus consensus = optional("consensus")
                .map(Consensus::parse)
                .or(() -> kept.map(NetworkFile::consensus))
                .orElse(Consensus.RAFT);
        int orderers = optional("orderers")
                .map(text -> Math.toIntExact(number("orderers", text)))
                .or(() -> kept.filter(file -> file.consensus() == consensus).map(NetworkFile::orderers))
                .orElse(consensus.defaultOrderers());
        FabricSettings settings = FabricSettings.market(folder(), FabricBinaries.require(environment), List.of());
        return settings.withChannel(
                        kept.map(NetworkFile::channel).orElse(settings.channel()),
                        kept.map(NetworkFile::founders).orElse(settings.members()))
                .withConsensus(consensus, orderers)
                .withContainers(isInContainers(kept) ? Optional.of(Images.of(environment)) : Optional.empty());
    }

    private boolean isInContainers(Optional<NetworkFile> kept) {
        return switch (optional("engine").orElse("")) {
            case "containers" -> true;
            case "processes" -> false;
            case "" -> kept.filter(NetworkFile::isInContainers).isPresent();
            default ->
                throw new IllegalArgumentException(
                        "--engine is processes or containers, not \"" + required("engine") + "\"");
        };
    }

    private static long number(String name, String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("--" + name + " is a number, not \"" + text + "\"");
        }
        return Long.parseLong(text);
    }

    /** Which definition is meant, from 1. */
    Optional<Long> sequence() {
        return optional("sequence").map(text -> number("sequence", text));
    }

    /** Refuses options that a command has no use for, for whoever gives one expects something of it. */
    void requireOnly(String command, Collection<String> used) {
        List<String> others =
                values.keySet().stream().filter(name -> !used.contains(name)).toList();
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(command + " takes no option --" + String.join(", --", others)
                    + "; its options are --" + String.join(", --", used));
        }
    }

    /** The label of the jar that is named. */
    CodeLabel label() {
        return CodeLabel.of(chaincodeName(), required("version"), jar());
    }

    /** Keeps a jar with the network, so that the network runs it whatever becomes of the file. */
    CodeLabel keep(CodeLabel label, Path jar) {
        Path kept = jarOf(label);
        try {
            Files.createDirectories(kept.getParent());
            Files.copy(jar, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FabricException("cannot copy " + jar + " to " + kept, e);
        }
        return label;
    }

    /** The command that serves the jar that was kept for a label. */
    List<String> command(CodeLabel label) {
        return service(label).command();
    }

    /** The jar that was kept for a label. */
    ServiceJar service(CodeLabel label) {
        return new ServiceJar(jarOf(label), !isOn(NO_ARCHIVE));
    }

    private Path jarOf(CodeLabel label) {
        return folder().resolve("chaincode").resolve(label.text() + ".jar");
    }

    private ChaincodeSettings chaincode(CodeLabel label, List<MemberSettings> members) {
        return new ChaincodeSettings(
                label.name(),
                label.version(),
                label.text(),
                command(label),
                Quorum.of(members).ofPeers(),
                collections().map(NetworkOptions::text));
    }

    /** The file of private data collections that is named, or else the one that lies in the network's folder. */
    Optional<Path> collections() {
        return optional("collections")
                .map(file -> Path.of(file).toAbsolutePath())
                .or(() -> Optional.of(folder().resolve("collections.json")).filter(Files::isRegularFile));
    }

    /** Keeps the collections that are named, whole or not at all, for they are part of every definition from now on. */
    void keepCollections() {
        Path kept = folder().resolve("collections.json");
        collections().filter(file -> !file.equals(kept)).ifPresent(file -> {
            Path next = kept.resolveSibling("collections.json.next");
            try {
                Files.copy(file, next, StandardCopyOption.REPLACE_EXISTING);
                Files.move(next, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new FabricException("cannot copy " + file + " to " + kept, e);
            }
        });
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new FabricException("cannot read the collections in " + file, e);
        }
    }

    /** The arguments that {@link #parse} takes back. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        values.forEach((name, value) -> {
            arguments.add("--" + name);
            if (!SWITCHES.contains(name)) {
                arguments.add(value);
            }
        });
        return arguments;
    }

    String chaincodeName() {
        return optional("chaincode").orElse("provenant");
    }

    Path jar() {
        Path jar = Path.of(required("jar")).toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException("there is no file " + jar);
        }
        return jar;
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean isOn(String name) {
        return values.containsKey(name);
    }

    String required(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException("the option --" + name + " is needed"));
    }
}
