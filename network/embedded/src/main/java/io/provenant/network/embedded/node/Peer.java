package io.provenant.network.embedded.node;

import io.provenant.network.embedded.chaincode.ChaincodeConnection;
import io.provenant.network.embedded.gateway.GatewayPeer;
import java.util.Optional;

/** A running peer: what others see of it, its servers, and its connection to the chaincode. */
record Peer(GatewayPeer seen, PeerServers servers, Optional<ChaincodeConnection> chaincode) implements AutoCloseable {

    @Override
    public void close() {
        servers.close();
        chaincode.ifPresent(ChaincodeConnection::close);
    }
}
