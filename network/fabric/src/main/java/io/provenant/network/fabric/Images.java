package io.provenant.network.fabric;

import java.util.Map;

/**
 * The images of a network's containers.
 *
 * @param peer Fabric's peer
 * @param orderer Fabric's orderer
 * @param chaincode the repository of the chaincode service's images, without a tag; the tag is the chaincode's version
 */
public record Images(String peer, String orderer, String chaincode) {

    /** Fabric's official images and our own, or what {@code FABRIC_PEER_IMAGE} and the like name instead. */
    public static Images of(Map<String, String> environment) {
        return new Images(
                environment.getOrDefault("FABRIC_PEER_IMAGE", "hyperledger/fabric-peer:" + FabricBinaries.VERSION),
                environment.getOrDefault(
                        "FABRIC_ORDERER_IMAGE", "hyperledger/fabric-orderer:" + FabricBinaries.VERSION),
                environment.getOrDefault("PROVENANT_CHAINCODE_IMAGE", "provenant/chaincode"));
    }
}
