package io.provenant.network.embedded.state;

import java.util.List;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/**
 * What the organisations agreed on about the channel's chaincode. A higher sequence replaces a lower one, and every
 * transaction endorsed under the lower one loses.
 */
public record ChaincodeDefinition(
        String name,
        String version,
        long sequence,
        ApplicationPolicy endorsementPolicy,
        List<StaticCollectionConfig> collections) {

    /** The policy that the channel's configuration calls so: {@code MAJORITY Endorsement}. */
    public static final String CHANNEL_ENDORSEMENT = "/Channel/Application/Endorsement";

    public ChaincodeDefinition {
        if (name.isEmpty() || version.isEmpty() || sequence < 1) {
            throw new IllegalArgumentException("a chaincode has a name, a version and a sequence from 1, not \"" + name
                    + "\", \"" + version + "\" and " + sequence);
        }
        collections = List.copyOf(collections);
    }

    /** Under the channel's own policy, more than half of its organisations, without collections. */
    public static ChaincodeDefinition of(String name, String version) {
        ApplicationPolicy majority = ApplicationPolicy.newBuilder()
                .setChannelConfigPolicyReference(CHANNEL_ENDORSEMENT)
                .build();
        return new ChaincodeDefinition(name, version, 1, majority, List.of());
    }

    public ChaincodeDefinition withSequence(long replacement) {
        return new ChaincodeDefinition(name, version, replacement, endorsementPolicy, collections);
    }

    public ChaincodeDefinition withEndorsementPolicy(SignaturePolicyEnvelope replacement) {
        ApplicationPolicy policy =
                ApplicationPolicy.newBuilder().setSignaturePolicy(replacement).build();
        return new ChaincodeDefinition(name, version, sequence, policy, collections);
    }

    public ChaincodeDefinition withCollections(List<StaticCollectionConfig> replacement) {
        return new ChaincodeDefinition(name, version, sequence, endorsementPolicy, replacement);
    }
}
