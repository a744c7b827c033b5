package io.provenant.network.wire;

import com.google.protobuf.ByteString;
import io.provenant.network.identity.Credential;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** Who signs, and what MSP and certificate he says he has. */
public record Signer(String mspId, String certificate, Credential credential) {

    public static Signer of(String mspId, Credential credential) {
        return new Signer(mspId, credential.certificatePem(), credential);
    }

    /** The serialized identity. */
    public ByteString creator() {
        return SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(ByteString.copyFromUtf8(certificate))
                .build()
                .toByteString();
    }

    public ByteString sign(ByteString message) {
        return ByteString.copyFrom(credential.sign(message.toByteArray()));
    }

    public SignedProposal signProposal(ByteString proposal) {
        return SignedProposal.newBuilder()
                .setProposalBytes(proposal)
                .setSignature(sign(proposal))
                .build();
    }

    public Envelope signEnvelope(ByteString payload) {
        return Envelope.newBuilder()
                .setPayload(payload)
                .setSignature(sign(payload))
                .build();
    }
}
