package io.provenant.network.embedded.node;

import java.nio.file.Path;

/**
 * The organisation that orders, and the address that the channel's configuration names; nothing listens there.
 *
 * @param mspDir the orderer's MSP folder, with its key; beside it a folder {@code tls} holds {@code server.crt}
 */
public record OrdererSettings(String mspId, Path mspDir, HostPort address) {

    Path tlsFolder() {
        return mspDir.resolveSibling("tls");
    }
}
