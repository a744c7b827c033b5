package io.provenant.network.embedded.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.rwset.Sha256;
import java.util.HexFormat;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/** Transaction ids: the SHA-256 of nonce and creator in hex, so that nobody can take an id of somebody else's. */
public final class TransactionIds {

    private TransactionIds() {}

    public static String of(SignatureHeader creator) {
        return HexFormat.of()
                .formatHex(Sha256.of(creator.getNonce(), creator.getCreator()).toByteArray());
    }

    /**
     * The id that an envelope says it has, else the one it should have: under it a block's transaction is known, valid or
     * not. Empty for what cannot be read.
     */
    public static Optional<String> claimed(ByteString envelope) {
        try {
            Payload payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
            if (!payload.hasHeader()) {
                return Optional.empty();
            }
            String txId = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader())
                    .getTxId();
            return Optional.of(
                    txId.isEmpty()
                            ? of(SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader()))
                            : txId);
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }
}
