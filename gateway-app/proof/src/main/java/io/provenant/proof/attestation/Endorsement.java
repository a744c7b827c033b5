package io.provenant.proof.attestation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.canonical.JsonObject;
import io.provenant.proof.format.ProofFile;
import io.provenant.proof.format.StrictBase64;
import java.util.List;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * One organisation's word for an answer.
 *
 * @param endorser the bytes of {@code msp.SerializedIdentity}
 * @param signature DER, over payload and endorser
 */
public record Endorsement(ByteString endorser, ByteString signature) {

    static Endorsement parse(JsonObject json) {
        ProofFile.members("endorsement", json, List.of("endorser", "signature"), List.of());
        return new Endorsement(
                ByteString.copyFrom(StrictBase64.fromUrl(json.text("endorser"))),
                ByteString.copyFrom(StrictBase64.fromUrl(json.text("signature"))));
    }

    JsonObject toJson() {
        return JsonObject.empty()
                .with("endorser", StrictBase64.url(endorser.toByteArray()))
                .with("signature", StrictBase64.url(signature.toByteArray()));
    }

    /** The MSP that the endorser names; whose it is shows its certificate. Bytes of no identity are refused. */
    public String mspId() {
        return identity().getMspid();
    }

    /** The endorser's certificate, PEM. */
    public ByteString certificate() {
        return identity().getIdBytes();
    }

    private SerializedIdentity identity() {
        try {
            return SerializedIdentity.parseFrom(endorser);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("endorser is no SerializedIdentity", e);
        }
    }
}
