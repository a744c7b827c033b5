package io.provenant.network.fabric;

import java.util.List;
import java.util.Optional;

/**
 * A chaincode that each organisation runs as a service of its own.
 *
 * @param name its name on the channel
 * @param version its version, where the channel has none; one that it has stays until organisations agree on the next
 * @param label the package's label, which says what code it stands for; part of the package id
 * @param command the command that starts the service; where to listen comes by environment: {@code
 *     CORE_CHAINCODE_ID_NAME}, {@code CHAINCODE_SERVER_ADDRESS}, {@code CHAINCODE_TLS_CERT}, {@code CHAINCODE_TLS_KEY},
 *     {@code CHAINCODE_CLIENT_CA_CERT}
 * @param endorsementPolicy a signature policy that names its endorsers, in Fabric's text form
 * @param collections the private data collections in Fabric's JSON form
 */
public record ChaincodeSettings(
        String name,
        String version,
        String label,
        List<String> command,
        String endorsementPolicy,
        Optional<String> collections) {

    public ChaincodeSettings {
        if (!label.matches("[A-Za-z0-9][A-Za-z0-9_.+-]*")) {
            throw new IllegalArgumentException("a label has letters, digits and _.+- only: " + label);
        }
        command = List.copyOf(command);
    }

    /** The same under another endorsement policy. */
    public ChaincodeSettings withEndorsementPolicy(String replacement) {
        return new ChaincodeSettings(name, version, label, command, replacement, collections);
    }
}
