package io.provenant.network.embedded.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.provenant.network.embedded.rwset.Sha256;
import java.util.HexFormat;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Block 0: the channel's configuration, which nobody signs, as configtxgen makes it and a peer keeps it. */
public final class GenesisBlock {

    private GenesisBlock() {}

    public static Block of(ChannelProfile profile) {
        BlockData data =
                BlockData.newBuilder().addData(envelope(profile).toByteString()).build();
        BlockMetadata.Builder metadata = BlockBytes.metadata(signatures());
        metadata.setMetadata(BlockBytes.TRANSACTIONS_FILTER, BlockBytes.filter(List.of(TxValidationCode.VALID)));
        return Block.newBuilder()
                .setHeader(BlockHeader.newBuilder().setDataHash(BlockHeaders.dataHash(data)))
                .setData(data)
                .setMetadata(metadata)
                .build();
    }

    /** Whether a block 0 is the channel's, with the organisations of the profile; where it listens may differ. */
    public static boolean isOf(Block genesis, ChannelProfile profile) {
        try {
            Payload payload = Payload.parseFrom(
                    Envelope.parseFrom(genesis.getData().getData(0)).getPayload());
            String channelId = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader())
                    .getChannelId();
            ConfigGroup there =
                    ConfigEnvelope.parseFrom(payload.getData()).getConfig().getChannelGroup();
            ConfigGroup wanted = ChannelGroups.channel(profile);
            return channelId.equals(profile.channelId())
                    && ChannelGroups.members(there).equals(ChannelGroups.members(wanted));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("block 0 must hold a channel's configuration", e);
        }
    }

    /** The configuration that the profile stands for. */
    public static Config config(ChannelProfile profile) {
        return Config.newBuilder()
                .setChannelGroup(ChannelGroups.channel(profile))
                .build();
    }

    private static Envelope envelope(ChannelProfile profile) {
        ByteString nonce = BlockOrderer.nonce();
        ChannelHeader channel = ChannelHeader.newBuilder()
                .setType(HeaderType.CONFIG_VALUE)
                .setVersion(1)
                .setTimestamp(
                        Timestamp.newBuilder().setSeconds(profile.createdAt().getEpochSecond()))
                .setChannelId(profile.channelId())
                .setTxId(HexFormat.of().formatHex(Sha256.of(nonce).toByteArray()))
                .build();
        Header header = Header.newBuilder()
                .setChannelHeader(channel.toByteString())
                .setSignatureHeader(
                        SignatureHeader.newBuilder().setNonce(nonce).build().toByteString())
                .build();
        ConfigEnvelope content =
                ConfigEnvelope.newBuilder().setConfig(config(profile)).build();
        return Envelope.newBuilder()
                .setPayload(Payload.newBuilder()
                        .setHeader(header)
                        .setData(content.toByteString())
                        .build()
                        .toByteString())
                .build();
    }

    private static ByteString signatures() {
        OrdererBlockMetadata value = OrdererBlockMetadata.newBuilder()
                .setLastConfig(LastConfig.getDefaultInstance())
                .build();
        return Metadata.newBuilder().setValue(value.toByteString()).build().toByteString();
    }
}
