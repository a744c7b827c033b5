package io.provenant.network.embedded.block;

import com.google.protobuf.Message;
import io.provenant.network.embedded.msp.PolicyText;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.Capability;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.Policy;

/** A group of a channel's configuration while it is filled; all of it is the admins' to change. */
final class ConfigGroups {

    private static final String ADMINS = "Admins";

    private final ConfigGroup.Builder group = ConfigGroup.newBuilder().setModPolicy(ADMINS);

    ConfigGroups value(String key, Message value) {
        ConfigValue.Builder entry =
                ConfigValue.newBuilder().setValue(value.toByteString()).setModPolicy(ADMINS);
        group.putValues(key, entry.build());
        return this;
    }

    ConfigGroups capability(String name) {
        return value(
                "Capabilities",
                Capabilities.newBuilder()
                        .putCapabilities(name, Capability.getDefaultInstance())
                        .build());
    }

    /** Readers and writers of any group below, and admins of more than half of them. */
    ConfigGroups usualPolicies() {
        return meta(ADMINS, ImplicitMetaPolicy.Rule.MAJORITY, ADMINS)
                .meta("Readers", ImplicitMetaPolicy.Rule.ANY, "Readers")
                .meta("Writers", ImplicitMetaPolicy.Rule.ANY, "Writers");
    }

    /** A policy about a policy of the groups below. */
    ConfigGroups meta(String name, ImplicitMetaPolicy.Rule rule, String subPolicy) {
        Message policy = ImplicitMetaPolicy.newBuilder()
                .setRule(rule)
                .setSubPolicy(subPolicy)
                .build();
        return policy(name, Policy.PolicyType.IMPLICIT_META, policy);
    }

    /** A policy in Fabric's text form. */
    ConfigGroups signature(String name, String text) {
        return policy(name, Policy.PolicyType.SIGNATURE, PolicyText.parse(text));
    }

    ConfigGroups group(String name, ConfigGroup below) {
        group.putGroups(name, below);
        return this;
    }

    ConfigGroup build() {
        return group.build();
    }

    private ConfigGroups policy(String name, Policy.PolicyType type, Message policy) {
        ConfigPolicy.Builder entry = ConfigPolicy.newBuilder()
                .setModPolicy(ADMINS)
                .setPolicy(Policy.newBuilder().setType(type.getNumber()).setValue(policy.toByteString()));
        group.putPolicies(name, entry.build());
        return this;
    }
}
