package io.provenant.network.embedded.gateway;

import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.peer.ChaincodeCall;
import org.hyperledger.fabric.protos.peer.ChaincodeInterest;

/**
 * Keeps transient data within the collections that a transaction touches: they are planned for as if they had been read,
 * so that only their members are asked.
 */
record TransientGuard(ChaincodeInterest guarded, List<String> collections) {

    static TransientGuard over(ChaincodeInterest interest) {
        ChaincodeInterest.Builder guarded = interest.toBuilder();
        List<String> collections = new ArrayList<>();
        for (ChaincodeCall.Builder call : guarded.getChaincodesBuilderList()) {
            if (call.getNoPrivateReads()) {
                call.setNoPrivateReads(false);
                collections.addAll(call.getCollectionNamesList());
            }
        }
        return new TransientGuard(guarded.build(), collections);
    }
}
