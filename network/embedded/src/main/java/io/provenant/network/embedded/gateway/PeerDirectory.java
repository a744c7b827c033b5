package io.provenant.network.embedded.gateway;

import java.util.List;

/** The channel's peers that run now, in ascending order of their organisations. */
@FunctionalInterface
public interface PeerDirectory {

    List<GatewayPeer> running();
}
