package io.provenant.network.fabric;

import io.provenant.network.fabric.channel.CodeLabel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The command line's options, each {@code --name value}. */
record NetworkOptions(SortedMap<String, String> values) {

    private static final List<String> NAMES = List.of("folder", "consensus", "orderers", "chaincode", "version", "jar");

    static NetworkOptions parse(List<String> arguments) {
        SortedMap<String, String> values = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!name.startsWith("--") || !NAMES.contains(name.substring(2))) {
                throw new IllegalArgumentException("there is no option " + name + "; options are " + NAMES);
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("the option " + name + " needs a value");
            }
            values.put(name.substring(2), arguments.get(i + 1));
        }
        return new NetworkOptions(values);
    }

    Path folder() {
        return Path.of(required("folder")).toAbsolutePath().normalize();
    }

    /** The network that these options and this environment mean. */
    FabricSettings settings(Map<String, String> environment) {
        Consensus consensus = Consensus.parse(values.getOrDefault("consensus", "raft"));
        int orderers = Optional.ofNullable(values.get("orderers"))
                .map(Integer::parseInt)
                .orElse(consensus.defaultOrderers());
        List<ChaincodeSettings> chaincodes = values.containsKey("chaincode") ? List.of(chaincode()) : List.of();
        return FabricSettings.market(folder(), FabricBinaries.require(environment), chaincodes)
                .withConsensus(consensus, orderers);
    }

    /** The arguments that {@link #parse} takes back. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        values.forEach((name, value) -> arguments.addAll(List.of("--" + name, value)));
        return arguments;
    }

    private ChaincodeSettings chaincode() {
        String name = required("chaincode");
        String version = required("version");
        Path jar = Path.of(required("jar")).toAbsolutePath();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ChaincodeSettings(
                name,
                version,
                CodeLabel.of(name, version, jar),
                List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xss512k",
                        "-Xmx96m",
                        "-jar",
                        jar.toString()),
                Quorum.of(MemberSettings.market()).ofPeers(),
                Optional.empty());
    }

    private String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the option --" + name + " is needed");
        }
        return value;
    }
}
