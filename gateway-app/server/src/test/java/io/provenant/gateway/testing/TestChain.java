package io.provenant.gateway.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.provenant.gateway.log.JdkDigests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;

/** A chain of blocks in the peer's own form, block 0 with a configuration; transactions are what tests make them. */
public final class TestChain {

    /** The chaincode's name. */
    public static final String CHAINCODE = "provenant";

    private static final JdkDigests DIGESTS = new JdkDigests();

    private final List<Block> blocks = new ArrayList<>();

    /** A chain with block 0. */
    public TestChain() {
        ChannelHeader config = ChannelHeader.newBuilder()
                .setType(HeaderType.CONFIG_VALUE)
                .setTimestamp(Timestamp.newBuilder().setSeconds(1_700_000_000))
                .build();
        Payload payload = Payload.newBuilder()
                .setHeader(Header.newBuilder().setChannelHeader(config.toByteString()))
                .build();
        add(List.of(Envelope.newBuilder().setPayload(payload.toByteString()).build()), List.of(0));
    }

    /** Adds a block with these transactions, as valid or not as each says. */
    public Block block(TestTransaction... transactions) {
        return add(
                Arrays.stream(transactions).map(TestTransaction::envelope).toList(),
                Arrays.stream(transactions).map(TestTransaction::code).toList());
    }

    /** The blocks from this number on. */
    public List<Block> from(long number) {
        return List.copyOf(blocks.subList((int) number, blocks.size()));
    }

    private Block add(List<Envelope> envelopes, List<Integer> codes) {
        BlockData data = BlockData.newBuilder()
                .addAllData(envelopes.stream().map(Envelope::toByteString).toList())
                .build();
        ByteString joined = data.getDataList().stream().reduce(ByteString.EMPTY, ByteString::concat);
        BlockHeader header = BlockHeader.newBuilder()
                .setNumber(blocks.size())
                .setPreviousHash(blocks.isEmpty() ? ByteString.EMPTY : hash(blocks.get(blocks.size() - 1)))
                .setDataHash(ByteString.copyFrom(DIGESTS.sha256(joined.toByteArray())))
                .build();
        byte[] filter = new byte[codes.size()];
        for (int i = 0; i < filter.length; i++) {
            filter[i] = codes.get(i).byteValue();
        }
        BlockMetadata metadata = BlockMetadata.newBuilder()
                .addMetadata(ByteString.EMPTY)
                .addMetadata(ByteString.EMPTY)
                .addMetadata(ByteString.copyFrom(filter))
                .build();
        Block block = Block.newBuilder()
                .setHeader(header)
                .setData(data)
                .setMetadata(metadata)
                .build();
        blocks.add(block);
        return block;
    }

    private static ByteString hash(Block block) {
        BlockHeader header = block.getHeader();
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(new ASN1Integer(header.getNumber()));
        fields.add(new DEROctetString(header.getPreviousHash().toByteArray()));
        fields.add(new DEROctetString(header.getDataHash().toByteArray()));
        try {
            return ByteString.copyFrom(DIGESTS.sha256(new DERSequence(fields).getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
