package io.provenant.network.embedded.block;

import com.google.protobuf.ByteString;
import java.time.Duration;
import org.hyperledger.fabric.protos.common.BlockDataHashingStructure;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.HashingAlgorithm;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.OrdererAddresses;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.orderer.BatchSize;
import org.hyperledger.fabric.protos.orderer.BatchTimeout;
import org.hyperledger.fabric.protos.orderer.ChannelRestrictions;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.hyperledger.fabric.protos.orderer.etcdraft.ConfigMetadata;
import org.hyperledger.fabric.protos.orderer.etcdraft.Consenter;
import org.hyperledger.fabric.protos.orderer.etcdraft.Options;

/**
 * The configuration of a channel with the usual policies: every organisation judges by its own, and more than half of
 * them endorse and administer.
 */
final class ChannelGroups {

    private static final String APPLICATION = "Application";

    private static final int ABSOLUTE_MAX_BYTES = 10 * 1024 * 1024;
    private static final int PREFERRED_MAX_BYTES = 2 * 1024 * 1024;

    private ChannelGroups() {}

    static ConfigGroup channel(ChannelProfile profile) {
        return new ConfigGroups()
                .usualPolicies()
                .capability("V2_0")
                .value(
                        "HashingAlgorithm",
                        HashingAlgorithm.newBuilder().setName("SHA256").build())
                .value(
                        "BlockDataHashingStructure",
                        BlockDataHashingStructure.newBuilder().setWidth(-1).build()) // as wide as can be: no tree
                .group("Orderer", orderer(profile))
                .group(APPLICATION, application(profile))
                .build();
    }

    /** The organisations of a channel, what they are and by what they judge. */
    static ConfigGroup members(ConfigGroup channel) {
        return channel.getGroupsOrDefault(APPLICATION, ConfigGroup.getDefaultInstance());
    }

    private static ConfigGroup application(ChannelProfile profile) {
        ConfigGroups application = new ConfigGroups()
                .usualPolicies()
                .meta("Endorsement", ImplicitMetaPolicy.Rule.MAJORITY, "Endorsement")
                .meta("LifecycleEndorsement", ImplicitMetaPolicy.Rule.MAJORITY, "Endorsement")
                .capability("V2_5");
        profile.organisations().forEach(member -> application.group(member.getName(), member(member)));
        return application.build();
    }

    private static ConfigGroup member(FabricMSPConfig msp) {
        String mspId = msp.getName();
        return new ConfigGroups()
                .signature("Admins", text("OR('%.admin')", mspId))
                .signature("Readers", text("OR('%.admin', '%.peer', '%.client')", mspId))
                .signature("Writers", text("OR('%.admin', '%.client')", mspId))
                .signature("Endorsement", text("OR('%.peer')", mspId))
                .value("MSP", mspValue(msp))
                .build();
    }

    private static ConfigGroup orderer(ChannelProfile profile) {
        OrdererProfile orderer = profile.orderer();
        return new ConfigGroups()
                .usualPolicies()
                .meta("BlockValidation", ImplicitMetaPolicy.Rule.ANY, "Writers")
                .capability("V2_0")
                .value(
                        "BatchSize",
                        BatchSize.newBuilder()
                                .setMaxMessageCount(profile.maxMessageCount())
                                .setAbsoluteMaxBytes(ABSOLUTE_MAX_BYTES)
                                .setPreferredMaxBytes(PREFERRED_MAX_BYTES)
                                .build())
                .value(
                        "BatchTimeout",
                        BatchTimeout.newBuilder()
                                .setTimeout(goDuration(profile.batchTimeout()))
                                .build())
                .value("ChannelRestrictions", ChannelRestrictions.getDefaultInstance())
                .value("ConsensusType", raft(orderer))
                .group(orderer.organisation().getName(), ordererOrganisation(orderer))
                .build();
    }

    private static ConfigGroup ordererOrganisation(OrdererProfile orderer) {
        String mspId = orderer.organisation().getName();
        return new ConfigGroups()
                .signature("Admins", text("OR('%.admin')", mspId))
                .signature("Readers", text("OR('%.member')", mspId))
                .signature("Writers", text("OR('%.member')", mspId))
                .value("MSP", mspValue(orderer.organisation()))
                .value(
                        "Endpoints",
                        OrdererAddresses.newBuilder()
                                .addAddresses(orderer.host() + ":" + orderer.port())
                                .build())
                .build();
    }

    private static ConsensusType raft(OrdererProfile orderer) {
        ByteString certificate = orderer.tlsCertificate();
        ConfigMetadata metadata = ConfigMetadata.newBuilder()
                .addConsenters(Consenter.newBuilder()
                        .setHost(orderer.host())
                        .setPort(orderer.port())
                        .setClientTlsCert(certificate)
                        .setServerTlsCert(certificate))
                .setOptions(Options.newBuilder()
                        .setTickInterval("100ms")
                        .setElectionTick(10)
                        .setHeartbeatTick(1)
                        .setMaxInflightBlocks(5)
                        .setSnapshotIntervalSize(ABSOLUTE_MAX_BYTES))
                .build();
        return ConsensusType.newBuilder()
                .setType("etcdraft")
                .setMetadata(metadata.toByteString())
                .build();
    }

    private static MSPConfig mspValue(FabricMSPConfig msp) {
        return MSPConfig.newBuilder().setConfig(msp.toByteString()).build();
    }

    private static String goDuration(Duration duration) {
        return duration.toMillis() + "ms";
    }

    private static String text(String pattern, String mspId) {
        return pattern.replace("%", mspId);
    }
}
