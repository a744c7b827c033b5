package io.provenant.network.embedded.endorser;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.access.SignedMessage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** A proposal with everything that is in it. */
public record UnpackedProposal(
        SignedProposal signed,
        Header header,
        ChannelHeader channelHeader,
        SignatureHeader signatureHeader,
        ChaincodeProposalPayload payload,
        ChaincodeInvocationSpec invocation,
        String extensionChaincode) {

    /** Takes a proposal apart. */
    public static UnpackedProposal of(SignedProposal signed) {
        Proposal proposal = parsed("Proposal", () -> Proposal.parseFrom(signed.getProposalBytes()));
        Header header = parsed("Header", () -> Header.parseFrom(proposal.getHeader()));
        ChannelHeader channelHeader = parsed("ChannelHeader", () -> ChannelHeader.parseFrom(header.getChannelHeader()));
        SignatureHeader signatureHeader =
                parsed("SignatureHeader", () -> SignatureHeader.parseFrom(header.getSignatureHeader()));
        ChaincodeHeaderExtension extension = parsed(
                "ChaincodeHeaderExtension", () -> ChaincodeHeaderExtension.parseFrom(channelHeader.getExtension()));
        ChaincodeProposalPayload payload =
                parsed("ChaincodeProposalPayload", () -> ChaincodeProposalPayload.parseFrom(proposal.getPayload()));
        ChaincodeInvocationSpec invocation =
                parsed("ChaincodeInvocationSpec", () -> ChaincodeInvocationSpec.parseFrom(payload.getInput()));
        return new UnpackedProposal(
                signed,
                header,
                channelHeader,
                signatureHeader,
                payload,
                invocation,
                extension.getChaincodeId().getName());
    }

    public String channel() {
        return channelHeader.getChannelId();
    }

    public String txId() {
        return channelHeader.getTxId();
    }

    /** The chaincode that the invocation names. */
    public String chaincode() {
        return invocation.getChaincodeSpec().getChaincodeId().getName();
    }

    public ChaincodeInput input() {
        return invocation.getChaincodeSpec().getInput();
    }

    public boolean hasTransientData() {
        return payload.getTransientMapCount() > 0;
    }

    public SignedMessage signedMessage() {
        return new SignedMessage(signed.getProposalBytes(), signatureHeader.getCreator(), signed.getSignature());
    }

    /** The hash that a response carries: over both headers and the payload without its transient map. */
    ByteString hash() {
        MessageDigest digest = sha256();
        digest.update(header.getChannelHeader().asReadOnlyByteBuffer());
        digest.update(header.getSignatureHeader().asReadOnlyByteBuffer());
        return ByteString.copyFrom(
                digest.digest(payload.toBuilder().clearTransientMap().build().toByteArray()));
    }

    /** The transaction id that the header must have: SHA-256 over nonce and creator. */
    String expectedTxId() {
        MessageDigest digest = sha256();
        digest.update(signatureHeader.getNonce().asReadOnlyByteBuffer());
        digest.update(signatureHeader.getCreator().asReadOnlyByteBuffer());
        return HexFormat.of().formatHex(digest.digest());
    }

    interface Parsing<T> {

        T parse() throws InvalidProtocolBufferException;
    }

    /** What cannot be parsed is refused in the words of Fabric's parsers. */
    static <T> T parsed(String what, Parsing<T> parsing) {
        try {
            return parsing.parse();
        } catch (InvalidProtocolBufferException e) {
            throw new ProposalRefusedException(
                    "error unmarshalling " + what + ": proto: cannot parse invalid wire-format data", false);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
