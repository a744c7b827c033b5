package io.provenant.network.embedded.gateway;

import io.provenant.network.embedded.endorser.EndorsingPeer;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** A running peer of the channel as a gateway knows it: where it listens and how it endorses. */
public record GatewayPeer(String mspId, String address, EndorsingPeer endorser) {

    ErrorDetail detail(String message) {
        return ErrorDetail.newBuilder()
                .setAddress(address)
                .setMspId(mspId)
                .setMessage(message)
                .build();
    }
}
