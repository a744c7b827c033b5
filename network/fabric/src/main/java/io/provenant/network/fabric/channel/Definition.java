package io.provenant.network.fabric.channel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What organisations agree on about a chaincode: they approve exactly this, and it is committed as exactly this.
 *
 * @param sequence counts the chaincode's definitions on the channel, from 1
 * @param policy the endorsement policy in Fabric's text form
 * @param collections the file of the private data collections in Fabric's JSON form
 */
public record Definition(String name, String version, long sequence, String policy, Optional<Path> collections) {

    List<String> arguments(String channel) {
        List<String> arguments = new ArrayList<>(List.of("--channelID", channel, "--name", name));
        arguments.addAll(List.of("--version", version, "--sequence", String.valueOf(sequence)));
        arguments.addAll(List.of("--signature-policy", policy));
        collections.ifPresent(file -> arguments.addAll(List.of("--collections-config", file.toString())));
        return arguments;
    }
}
