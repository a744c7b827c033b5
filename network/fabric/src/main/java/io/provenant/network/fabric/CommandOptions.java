package io.provenant.network.fabric;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which options each command uses; any other is refused. */
final class CommandOptions {

    private static final Map<String, List<String>> USED = new TreeMap<>();

    static {
        for (String plain : List.of("down", "status", "reset", "logs")) {
            put(plain);
        }
        for (String start : List.of("up", "serve")) {
            put(
                    start,
                    "engine",
                    "consensus",
                    "orderers",
                    "chaincode",
                    "version",
                    "jar",
                    "collections",
                    NetworkOptions.NO_ARCHIVE);
        }
        put("add-member", "msp-id", "domain", "no-peer", "signed-by", "collections");
        put("add-exchange", "msp-id", "domain", "signed-by", "collections");
        put("remove-member", "msp-id", "signed-by", "collections");
        put("chaincode package", "chaincode", "version", "jar", "output");
        put("chaincode install", "organisation", "chaincode", "version", "jar", "package", NetworkOptions.NO_ARCHIVE);
        put("chaincode approve", "organisation", "chaincode", "version", "package-id", "sequence", "collections");
        put("chaincode commit", "organisation", "chaincode", "version", "sequence", "collections");
        put("chaincode status", "organisation", "chaincode", "version", "sequence", "collections");
        put(
                "chaincode upgrade",
                "chaincode",
                "version",
                "jar",
                "package",
                "package-id",
                "sequence",
                "collections",
                NetworkOptions.NO_ARCHIVE);
    }

    private CommandOptions() {}

    private static void put(String command, String... names) {
        USED.put(
                command,
                Stream.concat(Stream.of("folder"), Arrays.stream(names)).toList());
    }

    /** Refuses options that the command does not use; a command that there is not is refused elsewhere. */
    static void require(String command, NetworkOptions options) {
        List<String> used = USED.get(command);
        if (used != null) {
            options.requireOnly(command, used);
        }
    }
}
