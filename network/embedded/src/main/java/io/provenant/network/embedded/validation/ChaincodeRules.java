package io.provenant.network.embedded.validation;

import io.provenant.network.embedded.access.Member;
import io.provenant.network.embedded.access.Membership;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;

/** The chaincode's policies and its collections, those that every organisation has by its name included. */
public final class ChaincodeRules {

    private final ChaincodeDefinition definition;
    private final Membership membership;
    private final ChannelPolicies policies;
    private final SortedMap<String, CollectionRule> collections = new TreeMap<>();

    public ChaincodeRules(ChaincodeDefinition definition, Membership membership, ChannelPolicies policies) {
        this.definition = definition;
        this.membership = membership;
        this.policies = policies;
        definition.collections().forEach(collection -> add(CollectionRule.of(collection)));
        membership.applicationMspIds().forEach(mspId -> add(CollectionRule.implicit(mspId)));
    }

    public String name() {
        return definition.name();
    }

    public Optional<CollectionRule> collection(String name) {
        return Optional.ofNullable(collections.get(name));
    }

    /** Whether the chaincode's own policy is satisfied. */
    public boolean isEndorsed(Collection<Member> endorsers) {
        return isSatisfied(definition.endorsementPolicy(), endorsers);
    }

    /** Whether a collection's policy is satisfied; where it has none of its own, the chaincode's. */
    public boolean isEndorsed(CollectionRule collection, Collection<Member> endorsers) {
        return isSatisfied(collection.endorsement().orElse(definition.endorsementPolicy()), endorsers);
    }

    /** Whether a key's own policy is satisfied. */
    public boolean isSatisfied(SignaturePolicyEnvelope policy, Collection<Member> endorsers) {
        return membership.isSatisfied(policy, endorsers);
    }

    /** Whether the member is one of those that the collection is for. */
    public boolean isMember(CollectionRule collection, Member member) {
        return membership.isSatisfied(collection.members(), List.of(member));
    }

    private boolean isSatisfied(ApplicationPolicy policy, Collection<Member> endorsers) {
        return policy.hasSignaturePolicy()
                ? membership.isSatisfied(policy.getSignaturePolicy(), endorsers)
                : policies.isSatisfied(policy.getChannelConfigPolicyReference(), endorsers);
    }

    private void add(CollectionRule rule) {
        if (collections.put(rule.name(), rule) != null) {
            throw new IllegalArgumentException("the collection " + rule.name() + " is defined twice");
        }
    }
}
