package io.provenant.network.fabric.membership;

import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.MemberSettings;
import io.provenant.network.fabric.Voice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.Policy;

/** A channel's configuration, with what an organisation's joining or leaving changes in it. */
record ChannelConfig(Config config) {

    private static final String APPLICATION = "Application";
    private static final String MSP = "MSP";
    private static final String ADMINS = "Admins";
    private static final List<String> SIGNED_TOGETHER = List.of(ADMINS, "LifecycleEndorsement", "Endorsement");

    /** The configuration in a block of it. */
    static ChannelConfig read(Path block) {
        try {
            Envelope envelope = Envelope.parseFrom(
                    Block.parseFrom(Files.readAllBytes(block)).getData().getData(0));
            Payload payload = Payload.parseFrom(envelope.getPayload());
            return new ChannelConfig(ConfigEnvelope.parseFrom(payload.getData()).getConfig());
        } catch (InvalidProtocolBufferException | IndexOutOfBoundsException e) {
            throw new FabricException(block + " is no block of a channel's configuration", e);
        } catch (IOException e) {
            throw new FabricException("cannot read " + block, e);
        }
    }

    /** Whether members and who signs together are the same in both, whatever they are numbered. */
    boolean isSameAs(ChannelConfig other) {
        return application()
                        .getGroupsMap()
                        .keySet()
                        .equals(other.application().getGroupsMap().keySet())
                && SIGNED_TOGETHER.stream()
                        .allMatch(name -> policy(application(), name).equals(policy(other.application(), name)))
                && policy(config.getChannelGroup(), ADMINS).equals(policy(other.config.getChannelGroup(), ADMINS));
    }

    private static Policy policy(ConfigGroup group, String name) {
        return group.getPoliciesOrThrow(name).getPolicy();
    }

    /** Whether the organisation is a member of the channel. */
    boolean has(String mspId) {
        return application().containsGroups(mspId);
    }

    /** Whether an organisation's certificates are the same in both. */
    boolean hasSame(String mspId, ChannelConfig other) {
        return group(mspId)
                .getValuesOrThrow(MSP)
                .getValue()
                .equals(other.group(mspId).getValuesOrThrow(MSP).getValue());
    }

    /**
     * With a member as a channel that begins with it would have it, and its voice where it has one. What an interrupted
     * joining left is finished; where that was one with another voice, or of another organisation, it is refused.
     */
    ChannelConfig takingOn(MemberSettings member, ChannelConfig wanted) {
        String mspId = member.mspId();
        boolean hasVoice = member.voice() != Voice.NONE;
        if (!has(mspId)) {
            ChannelConfig taken = with(mspId, wanted);
            return hasVoice ? taken.withQuorumOf(wanted) : taken;
        }
        if (!hasSame(mspId, wanted)) {
            throw new FabricException("the channel has a member " + mspId + " with other certificates already"
                    + "\nnext: take another MSP id, or have that member leave first");
        }
        if (hasVoice) {
            return withQuorumOf(wanted);
        }
        if (!withQuorumOf(wanted).equals(this)) {
            throw new FabricException("the channel has " + mspId + " already, and organisations sign together there"
                    + " under other policies than beside a member without a voice\nnext: if it was joining as an exchange,"
                    + " finish that: scripts/network add-exchange");
        }
        return this;
    }

    /** With the organisation as it stands in another configuration. */
    ChannelConfig with(String mspId, ChannelConfig source) {
        return replaced(
                application().toBuilder().putGroups(mspId, source.group(mspId)).build());
    }

    /** Without the organisation. */
    ChannelConfig without(String mspId) {
        return replaced(application().toBuilder().removeGroups(mspId).build());
    }

    /** With the policies under which organisations sign together as they stand in another configuration. */
    ChannelConfig withQuorumOf(ChannelConfig source) {
        ConfigGroup.Builder application = application().toBuilder();
        for (String name : SIGNED_TOGETHER) {
            application.putPolicies(name, replaced(application(), source.application(), name));
        }
        ConfigGroup channel = replaced(application.build()).config.getChannelGroup();
        return replacedChannel(channel.toBuilder()
                .putPolicies(ADMINS, replaced(channel, source.config.getChannelGroup(), ADMINS))
                .build());
    }

    private static ConfigPolicy replaced(ConfigGroup before, ConfigGroup source, String name) {
        return before.getPoliciesOrThrow(name).toBuilder()
                .setPolicy(source.getPoliciesOrThrow(name).getPolicy())
                .build();
    }

    private ChannelConfig replaced(ConfigGroup application) {
        return replacedChannel(config.getChannelGroup().toBuilder()
                .putGroups(APPLICATION, application)
                .build());
    }

    private ChannelConfig replacedChannel(ConfigGroup channel) {
        return new ChannelConfig(config.toBuilder().setChannelGroup(channel).build());
    }

    private ConfigGroup application() {
        return config.getChannelGroup().getGroupsOrThrow(APPLICATION);
    }

    private ConfigGroup group(String mspId) {
        return application().getGroupsOrThrow(mspId);
    }
}
