package io.provenant.network.embedded.validation;

import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.msp.PolicyText;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/**
 * Who keeps, reads, writes and endorses a collection.
 *
 * @param keepers the organisations whose peers hold the values
 * @param endorsement its own policy; where there is none, the chaincode's holds
 */
public record CollectionRule(
        String name,
        SignaturePolicyEnvelope members,
        SortedSet<String> keepers,
        boolean isReadByMembersOnly,
        boolean isWrittenByMembersOnly,
        Optional<ApplicationPolicy> endorsement) {

    private static final String IMPLICIT = "_implicit_org_";

    public CollectionRule {
        keepers = Collections.unmodifiableSortedSet(new TreeSet<>(keepers));
    }

    static CollectionRule of(StaticCollectionConfig configuration) {
        SignaturePolicyEnvelope members = configuration.getMemberOrgsPolicy().getSignaturePolicy();
        SortedSet<String> keepers = new TreeSet<>();
        members.getIdentitiesList().forEach(principal -> keepers.add(mspId(configuration.getName(), principal)));
        return new CollectionRule(
                configuration.getName(),
                members,
                keepers,
                configuration.getMemberOnlyRead(),
                configuration.getMemberOnlyWrite(),
                configuration.hasEndorsementPolicy()
                        ? Optional.of(configuration.getEndorsementPolicy())
                        : Optional.empty());
    }

    /** The collection that every organisation has without defining it; its own peers endorse it. */
    static CollectionRule implicit(String mspId) {
        ApplicationPolicy endorsement = ApplicationPolicy.newBuilder()
                .setChannelConfigPolicyReference("/Channel/Application/" + mspId + "/Endorsement")
                .build();
        SortedSet<String> keepers = new TreeSet<>();
        keepers.add(mspId);
        return new CollectionRule(
                IMPLICIT + mspId,
                PolicyText.parse("OR('" + mspId + ".member')"),
                keepers,
                false,
                false,
                Optional.of(endorsement));
    }

    /** Whether the name is one that only organisations' own collections have. */
    public static boolean isImplicit(String collection) {
        return collection.startsWith(IMPLICIT);
    }

    private static String mspId(String collection, MSPPrincipal principal) {
        try {
            if (principal.getPrincipalClassification() != MSPPrincipal.Classification.ROLE) {
                throw new IllegalArgumentException(
                        "the members of collection " + collection + " must be named by role");
            }
            return MSPRole.parseFrom(principal.getPrincipal()).getMspIdentifier();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("the members of collection " + collection + " cannot be read", e);
        }
    }
}
