package io.provenant.network.embedded.gateway;

import io.provenant.network.embedded.access.Membership;
import io.provenant.network.embedded.msp.ImplicitMeta;
import io.provenant.network.embedded.msp.PolicyText;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/** The policies of the channel's chaincode and its collections, each as a signature policy that can be planned for. */
final class ChaincodePolicies {

    private static final String IMPLICIT_COLLECTION = "_implicit_org_";

    private final String channel;
    private final ChaincodeDefinition chaincode;
    private final Membership membership;

    ChaincodePolicies(String channel, ChaincodeDefinition chaincode, Membership membership) {
        this.channel = channel;
        this.chaincode = chaincode;
        this.membership = membership;
    }

    boolean isKnown(String channelId, String name) {
        return channel.equals(channelId) && chaincode.name().equals(name);
    }

    SignaturePolicyEnvelope chaincodePolicy() {
        return asSignaturePolicy(chaincode.endorsementPolicy());
    }

    /** The collection's own endorsement policy, else the chaincode's. */
    SignaturePolicyEnvelope collectionPolicy(String collection) {
        return implicitMember(collection)
                .orElseGet(() -> collection(collection)
                        .filter(StaticCollectionConfig::hasEndorsementPolicy)
                        .map(config -> asSignaturePolicy(config.getEndorsementPolicy()))
                        .orElseGet(this::chaincodePolicy));
    }

    /** The policy whose every principal is a member of the collection; empty for a collection that does not exist. */
    Optional<SignaturePolicyEnvelope> members(String collection) {
        return implicitMember(collection)
                .or(() -> collection(collection)
                        .map(config -> config.getMemberOrgsPolicy().getSignaturePolicy()));
    }

    private Optional<StaticCollectionConfig> collection(String name) {
        return chaincode.collections().stream()
                .filter(config -> config.getName().equals(name))
                .findFirst();
    }

    private static Optional<SignaturePolicyEnvelope> implicitMember(String collection) {
        return collection.startsWith(IMPLICIT_COLLECTION)
                ? Optional.of(
                        PolicyText.parse("OR('" + collection.substring(IMPLICIT_COLLECTION.length()) + ".member')"))
                : Optional.empty();
    }

    private SignaturePolicyEnvelope asSignaturePolicy(ApplicationPolicy policy) {
        return policy.hasSignaturePolicy() ? policy.getSignaturePolicy() : majority();
    }

    /** The channel's {@code MAJORITY Endorsement}, where each organisation's own policy is any of its peers. */
    private SignaturePolicyEnvelope majority() {
        SortedSet<String> mspIds = membership.applicationMspIds();
        int count = ImplicitMeta.threshold(ImplicitMetaPolicy.Rule.MAJORITY, mspIds.size());
        return PolicyText.parse(mspIds.stream()
                .map(mspId -> "'" + mspId + ".peer'")
                .collect(Collectors.joining(", ", "OutOf(" + count + ", ", ")")));
    }
}
