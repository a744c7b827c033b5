package io.provenant.network.embedded.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.ledger.TestLedger;
import io.provenant.network.embedded.msp.Msp;
import io.provenant.network.embedded.msp.PolicyText;
import java.util.Map;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.OrdererAddresses;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.hyperledger.fabric.protos.orderer.etcdraft.ConfigMetadata;
import org.junit.jupiter.api.Test;

class GenesisBlockTest {

    private final ChannelProfile profile = TestLedger.profile();
    private final Block block = GenesisBlock.of(profile);

    @Test
    void block_0_is_one_configuration_that_nobody_signed() throws Exception {
        Envelope envelope = Envelope.parseFrom(block.getData().getData(0));
        ChannelHeader header = ChannelHeader.parseFrom(
                Payload.parseFrom(envelope.getPayload()).getHeader().getChannelHeader());

        assertThat(block.getHeader().getNumber()).isZero();
        assertThat(block.getHeader().getPreviousHash()).isEmpty();
        assertThat(block.getHeader().getDataHash()).isEqualTo(BlockHeaders.dataHash(block.getData()));
        assertThat(envelope.getSignature()).isEmpty();
        assertThat(header.getType()).isEqualTo(HeaderType.CONFIG_VALUE);
        assertThat(header.getChannelId()).isEqualTo("market");
        assertThat(header.getTxId()).hasSize(64);
    }

    @Test
    void its_metadata_is_what_a_peer_keeps_of_block_0() throws Exception {
        assertThat(block.getMetadata().getMetadataList()).hasSize(5);
        Metadata signatures = Metadata.parseFrom(block.getMetadata().getMetadata(0));
        assertThat(signatures.getSignaturesList()).isEmpty();
        assertThat(OrdererBlockMetadata.parseFrom(signatures.getValue()).hasLastConfig())
                .isTrue();
        assertThat(block.getMetadata().getMetadata(1)).isEmpty();
        assertThat(block.getMetadata().getMetadata(2)).isEqualTo(ByteString.copyFrom(new byte[] {0}));
        assertThat(block.getMetadata().getMetadata(3)).isEmpty();
        assertThat(block.getMetadata().getMetadata(4)).isEmpty();
    }

    @Test
    void every_organisation_is_there_with_its_roots_and_its_policies() throws Exception {
        ConfigGroup application = channel().getGroupsOrThrow("Application");

        assertThat(application.getGroupsMap()).containsOnlyKeys("OneMSP", "TwoMSP", "ThreeMSP");
        for (Map.Entry<String, ConfigGroup> member : application.getGroupsMap().entrySet()) {
            MSPConfig msp = MSPConfig.parseFrom(
                    member.getValue().getValuesOrThrow("MSP").getValue());
            assertThat(Msp.of(FabricMSPConfig.parseFrom(msp.getConfig())).mspId())
                    .isEqualTo(member.getKey());
            assertThat(signature(member.getValue(), "Endorsement"))
                    .isEqualTo(PolicyText.parse("OR('" + member.getKey() + ".peer')"));
            assertThat(signature(member.getValue(), "Writers"))
                    .isEqualTo(PolicyText.parse("OR('%.admin', '%.client')".replace("%", member.getKey())));
            assertThat(member.getValue().getPoliciesMap()).containsKeys("Readers", "Admins");
        }
    }

    @Test
    void the_channel_speaks_by_its_organisations() throws Exception {
        ConfigGroup application = channel().getGroupsOrThrow("Application");

        assertThat(meta(application, "Endorsement")).isEqualTo("MAJORITY Endorsement");
        assertThat(meta(application, "LifecycleEndorsement")).isEqualTo("MAJORITY Endorsement");
        assertThat(meta(application, "Admins")).isEqualTo("MAJORITY Admins");
        assertThat(meta(channel(), "Writers")).isEqualTo("ANY Writers");
        assertThat(meta(channel().getGroupsOrThrow("Orderer"), "BlockValidation"))
                .isEqualTo("ANY Writers");
    }

    @Test
    void it_asks_for_the_capabilities_that_the_node_has() throws Exception {
        assertThat(capabilities(channel())).isEqualTo("V2_0");
        assertThat(capabilities(channel().getGroupsOrThrow("Application"))).isEqualTo("V2_5");
        assertThat(capabilities(channel().getGroupsOrThrow("Orderer"))).isEqualTo("V2_0");
    }

    @Test
    void it_says_who_orders_and_where() throws Exception {
        ConfigGroup orderer = channel().getGroupsOrThrow("Orderer");
        ConsensusType consensus = ConsensusType.parseFrom(
                orderer.getValuesOrThrow("ConsensusType").getValue());
        OrdererAddresses endpoints = OrdererAddresses.parseFrom(orderer.getGroupsOrThrow("OrdererMSP")
                .getValuesOrThrow("Endpoints")
                .getValue());

        assertThat(consensus.getType()).isEqualTo("etcdraft");
        assertThat(ConfigMetadata.parseFrom(consensus.getMetadata())
                        .getConsenters(0)
                        .getServerTlsCert())
                .isEqualTo(profile.orderer().tlsCertificate());
        assertThat(endpoints.getAddressesList()).containsExactly("127.0.0.1:7050");
    }

    @Test
    void the_same_channel_is_known_again_wherever_its_orderer_listens() {
        OrdererProfile moved = new OrdererProfile(profile.orderer().organisation(), "localhost", 1, ByteString.EMPTY);

        assertThat(GenesisBlock.isOf(block, with(profile.channelId(), moved, 3)))
                .isTrue();
        assertThat(GenesisBlock.isOf(block, with("another", profile.orderer(), 3)))
                .isFalse();
        assertThat(GenesisBlock.isOf(block, with(profile.channelId(), profile.orderer(), 2)))
                .isFalse();
    }

    private ChannelProfile with(String channelId, OrdererProfile orderer, int organisations) {
        return new ChannelProfile(
                channelId,
                profile.organisations().subList(0, organisations),
                orderer,
                profile.maxMessageCount(),
                profile.batchTimeout(),
                profile.createdAt());
    }

    private ConfigGroup channel() throws Exception {
        Payload payload =
                Payload.parseFrom(Envelope.parseFrom(block.getData().getData(0)).getPayload());
        return ConfigEnvelope.parseFrom(payload.getData()).getConfig().getChannelGroup();
    }

    private static String meta(ConfigGroup group, String name) throws Exception {
        Policy policy = group.getPoliciesOrThrow(name).getPolicy();
        assertThat(policy.getType()).isEqualTo(Policy.PolicyType.IMPLICIT_META_VALUE);
        ImplicitMetaPolicy meta = ImplicitMetaPolicy.parseFrom(policy.getValue());
        return meta.getRule() + " " + meta.getSubPolicy();
    }

    private static SignaturePolicyEnvelope signature(ConfigGroup group, String name) throws Exception {
        return SignaturePolicyEnvelope.parseFrom(
                group.getPoliciesOrThrow(name).getPolicy().getValue());
    }

    private static String capabilities(ConfigGroup group) throws Exception {
        Capabilities capabilities =
                Capabilities.parseFrom(group.getValuesOrThrow("Capabilities").getValue());
        return String.join(" ", capabilities.getCapabilitiesMap().keySet());
    }
}
