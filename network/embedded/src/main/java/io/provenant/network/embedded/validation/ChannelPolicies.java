package io.provenant.network.embedded.validation;

import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.access.Member;
import io.provenant.network.embedded.access.Membership;
import io.provenant.network.embedded.msp.ImplicitMeta;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/** The policies of a channel's configuration by their paths, such as {@code /Channel/Application/Endorsement}. */
public final class ChannelPolicies {

    private static final String ROOT = "/Channel/";

    private final ConfigGroup channel;
    private final Membership membership;
    private final Map<String, Predicate<Collection<Member>>> known = new ConcurrentHashMap<>();

    public ChannelPolicies(ConfigGroup channel, Membership membership) {
        this.channel = channel;
        this.membership = membership;
    }

    /** Whether the signers satisfy the policy at a path; a path at which there is none is satisfied by nobody. */
    public boolean isSatisfied(String path, Collection<Member> signers) {
        return known.computeIfAbsent(path, this::find).test(signers);
    }

    private Predicate<Collection<Member>> find(String path) {
        if (!path.startsWith(ROOT)) {
            return signers -> false;
        }
        String[] names = path.substring(ROOT.length()).split("/", -1);
        ConfigGroup group = channel;
        for (int i = 0; i < names.length - 1; i++) {
            group = group.getGroupsOrDefault(names[i], ConfigGroup.getDefaultInstance());
        }
        return policy(group, names[names.length - 1]);
    }

    private Predicate<Collection<Member>> policy(ConfigGroup group, String name) {
        if (!group.containsPolicies(name)) {
            return signers -> false;
        }
        Policy policy = group.getPoliciesOrThrow(name).getPolicy();
        try {
            return switch (policy.getType()) {
                case Policy.PolicyType.SIGNATURE_VALUE ->
                    signature(SignaturePolicyEnvelope.parseFrom(policy.getValue()));
                case Policy.PolicyType.IMPLICIT_META_VALUE ->
                    meta(group, ImplicitMetaPolicy.parseFrom(policy.getValue()));
                default -> throw new IllegalArgumentException(name + " is neither a signature nor a meta policy");
            };
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("the channel's policy " + name + " cannot be read", e);
        }
    }

    private Predicate<Collection<Member>> signature(SignaturePolicyEnvelope policy) {
        return signers -> membership.isSatisfied(policy, signers);
    }

    private Predicate<Collection<Member>> meta(ConfigGroup group, ImplicitMetaPolicy meta) {
        var below = group.getGroupsMap().values().stream()
                .map(member -> policy(member, meta.getSubPolicy()))
                .toList();
        return signers -> ImplicitMeta.isSatisfied(meta.getRule(), below, member -> member.test(signers));
    }
}
