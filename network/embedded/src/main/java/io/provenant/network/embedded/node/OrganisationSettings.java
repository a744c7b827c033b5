package io.provenant.network.embedded.node;

import java.nio.file.Path;

/**
 * An organisation and its peer.
 *
 * @param mspDir the peer's MSP folder, with its key; beside it a folder {@code tls} holds {@code server.crt} and
 *     {@code server.key}
 */
public record OrganisationSettings(String mspId, Path mspDir, HostPort peer) {

    Path tlsFolder() {
        return mspDir.resolveSibling("tls");
    }
}
