package io.provenant.proof.attestation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.provenant.canonical.Digest;
import io.provenant.canonical.Digests;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * The signed proposal of an attestation, taken apart: the question that the endorsers answered. Its time is the
 * client's word.
 */
public record AttestProposal(
        SignedProposal signed,
        Header header,
        ChannelHeader channelHeader,
        ChaincodeHeaderExtension extension,
        SerializedIdentity creator,
        ChaincodeInvocationSpec invocation) {

    static AttestProposal parse(ByteString bytes) {
        try {
            SignedProposal signed = SignedProposal.parseFrom(bytes);
            requireOwnForm(signed, bytes);
            Proposal proposal = Proposal.parseFrom(signed.getProposalBytes());
            Header header = Header.parseFrom(proposal.getHeader());
            ChannelHeader channel = ChannelHeader.parseFrom(header.getChannelHeader());
            SignatureHeader signature = SignatureHeader.parseFrom(header.getSignatureHeader());
            ChaincodeProposalPayload payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload());
            return new AttestProposal(
                    signed,
                    header,
                    channel,
                    ChaincodeHeaderExtension.parseFrom(channel.getExtension()),
                    SerializedIdentity.parseFrom(signature.getCreator()),
                    ChaincodeInvocationSpec.parseFrom(payload.getInput()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("signedProposal is no SignedProposal of a chaincode call", e);
        }
    }

    // A message may hold fields that nobody reads; what an attestation holds is all read.
    static void requireOwnForm(Message message, ByteString bytes) {
        if (!message.getUnknownFields().asMap().isEmpty()
                || !message.toByteString().equals(bytes)) {
            throw new IllegalArgumentException(
                    message.getDescriptorForType().getName() + " has unknown fields or is not in its own form");
        }
    }

    /** The bytes of {@code protos.SignedProposal}. */
    public ByteString bytes() {
        return signed.toByteString();
    }

    /** SHA-256 over channel header, signature header and the payload without its transient map. */
    public Digest hash(Digests digests) {
        ByteString withoutTransient = ChaincodeProposalPayload.newBuilder()
                .setInput(invocation.toByteString())
                .build()
                .toByteString();
        return digests.digest(header.getChannelHeader()
                .concat(header.getSignatureHeader())
                .concat(withoutTransient)
                .toByteArray());
    }

    /** The channel of the call. */
    public String channel() {
        return channelHeader.getChannelId();
    }

    /** The name of the chaincode, at both of its places. */
    public List<String> chaincodeNames() {
        return List.of(
                extension.getChaincodeId().getName(),
                invocation.getChaincodeSpec().getChaincodeId().getName());
    }

    /** The time that the client put in. */
    public Instant time() {
        Timestamp time = channelHeader.getTimestamp();
        try {
            return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("proposal has no time: " + time.getSeconds() + " s", e);
        }
    }

    /** The arguments of the call: command and envelope. */
    public List<ByteString> arguments() {
        ChaincodeInput input = invocation.getChaincodeSpec().getInput();
        return input.getArgsList();
    }
}
