package io.provenant.contract;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.provenant.canonical.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * One proposal as a peer hands it to chaincode.
 *
 * @param creator a serialized identity, base64
 * @param arguments raw arguments, base64
 * @param document the transient member {@code document}
 */
record TestProposal(
        String channel, String txId, long ms, String creator, List<String> arguments, Optional<String> document) {

    /** The proposal of a command and its envelope. */
    static TestProposal of(String channel, String txId, long ms, byte[] creator, String command, String envelope) {
        return new TestProposal(
                channel, txId, ms, encode(creator), List.of(encode(command), encode(envelope)), Optional.empty());
    }

    TestProposal with(Optional<String> transientDocument) {
        return new TestProposal(channel, txId, ms, creator, arguments, transientDocument);
    }

    /** The same command in another transaction. */
    TestProposal again() {
        return new TestProposal(channel, "f" + txId.substring(1), ms, creator, arguments, document);
    }

    TestProposal withArguments(byte[]... raw) {
        return new TestProposal(
                channel,
                txId,
                ms,
                creator,
                Arrays.stream(raw).map(TestProposal::encode).toList(),
                document);
    }

    ChaincodeMessage message() {
        ChaincodeInput.Builder input = ChaincodeInput.newBuilder();
        arguments.forEach(argument -> input.addArgs(decode(argument)));
        return ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.TRANSACTION)
                .setChannelId(channel)
                .setTxid(txId)
                .setPayload(input.build().toByteString())
                .setProposal(
                        SignedProposal.newBuilder().setProposalBytes(proposal().toByteString()))
                .build();
    }

    private Proposal proposal() {
        ChaincodeProposalPayload.Builder payload = ChaincodeProposalPayload.newBuilder();
        document.ifPresent(text -> payload.putTransientMap("document", ByteString.copyFromUtf8(text)));
        Timestamp at = Timestamp.newBuilder()
                .setSeconds(Math.floorDiv(ms, 1_000))
                .setNanos((int) Math.floorMod(ms, 1_000L) * 1_000_000 + 999_999)
                .build();
        ChannelHeader channelHeader = ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setChannelId(channel)
                .setTxId(txId)
                .setTimestamp(at)
                .build();
        Header header = Header.newBuilder()
                .setChannelHeader(channelHeader.toByteString())
                .setSignatureHeader(SignatureHeader.newBuilder()
                        .setCreator(decode(creator))
                        .build()
                        .toByteString())
                .build();
        return Proposal.newBuilder()
                .setHeader(header.toByteString())
                .setPayload(payload.build().toByteString())
                .build();
    }

    JsonObject json() {
        JsonObject json = JsonObject.empty()
                .with("channel", channel)
                .with("txId", txId)
                .with("ms", ms)
                .with("creator", creator)
                .withTexts("arguments", arguments);
        return document.map(text -> json.with("document", text)).orElse(json);
    }

    static TestProposal of(JsonObject json) {
        return new TestProposal(
                json.text("channel"),
                json.text("txId"),
                json.integer("ms"),
                json.text("creator"),
                json.texts("arguments"),
                json.optionalText("document"));
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static ByteString decode(String base64) {
        return ByteString.copyFrom(Base64.getDecoder().decode(base64));
    }
}
