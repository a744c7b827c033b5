package io.provenant.network.embedded.block;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.access.SigningIdentity;
import java.security.SecureRandom;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.orderer.etcdraft.BlockMetadata;

/**
 * Makes the next block as a Raft orderer of one node does, and signs its order: the signature covers what the orderer
 * says of the block and its header, never whether a transaction is valid.
 */
public final class BlockOrderer {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 24;

    private final SigningIdentity orderer;

    public BlockOrderer(SigningIdentity orderer) {
        this.orderer = orderer;
    }

    public Block next(BlockHeader previous, List<ByteString> transactions) {
        BlockData data = BlockData.newBuilder().addAllData(transactions).build();
        BlockHeader header = BlockHeader.newBuilder()
                .setNumber(previous.getNumber() + 1)
                .setPreviousHash(BlockHeaders.hash(previous))
                .setDataHash(BlockHeaders.dataHash(data))
                .build();
        return Block.newBuilder()
                .setHeader(header)
                .setData(data)
                .setMetadata(BlockBytes.metadata(signed(header)))
                .build();
    }

    private ByteString signed(BlockHeader header) {
        ByteString value = OrdererBlockMetadata.newBuilder()
                .setLastConfig(LastConfig.getDefaultInstance()) // the configuration never changes after block 0
                .setConsenterMetadata(Metadata.newBuilder()
                        .setValue(raftPosition(header.getNumber()))
                        .build()
                        .toByteString())
                .build()
                .toByteString();
        ByteString signatureHeader = SignatureHeader.newBuilder()
                .setCreator(orderer.serialized())
                .setNonce(nonce())
                .build()
                .toByteString();
        ByteString signature = orderer.sign(value.concat(signatureHeader).concat(BlockHeaders.der(header)));
        return Metadata.newBuilder()
                .setValue(value)
                .addSignatures(MetadataSignature.newBuilder()
                        .setSignatureHeader(signatureHeader)
                        .setSignature(signature))
                .build()
                .toByteString();
    }

    private static ByteString raftPosition(long number) {
        return BlockMetadata.newBuilder()
                .addConsenterIds(1)
                .setNextConsenterId(2)
                .setRaftIndex(number)
                .build()
                .toByteString();
    }

    static ByteString nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return ByteString.copyFrom(nonce);
    }
}
