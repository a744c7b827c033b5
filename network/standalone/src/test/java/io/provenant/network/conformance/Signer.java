package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import io.provenant.network.identity.Credential;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** Who signs, and what MSP he says he is of. */
record Signer(String mspId, Credential credential) {

    /** The serialized identity. */
    ByteString creator() {
        return SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(ByteString.copyFromUtf8(credential.certificatePem()))
                .build()
                .toByteString();
    }

    ByteString sign(ByteString message) {
        return ByteString.copyFrom(credential.sign(message.toByteArray()));
    }

    SignedProposal signProposal(ByteString proposal) {
        return SignedProposal.newBuilder()
                .setProposalBytes(proposal)
                .setSignature(sign(proposal))
                .build();
    }

    Envelope signEnvelope(ByteString payload) {
        return Envelope.newBuilder()
                .setPayload(payload)
                .setSignature(sign(payload))
                .build();
    }
}
