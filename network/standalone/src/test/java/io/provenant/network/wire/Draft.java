package io.provenant.network.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Proposal;

/**
 * A proposal before it is signed.
 *
 * @param age how long ago it says it was made
 */
public record Draft(
        String channel,
        String chaincode,
        Signer signer,
        List<String> arguments,
        SortedMap<String, String> transientData,
        Duration age) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 24;

    public Draft {
        arguments = List.copyOf(arguments);
    }

    public static Draft of(String channel, String chaincode, Signer signer, List<String> arguments) {
        return new Draft(channel, chaincode, signer, arguments, new TreeMap<>(), Duration.ZERO);
    }

    public Draft withTransient(SortedMap<String, String> replacement) {
        return new Draft(channel, chaincode, signer, arguments, replacement, age);
    }

    public Draft withAge(Duration replacement) {
        return new Draft(channel, chaincode, signer, arguments, transientData, replacement);
    }

    public Proposed sign() {
        ByteString nonce = nonce();
        ByteString creator = signer.creator();
        String txId = HexFormat.of().formatHex(sha256(nonce.concat(creator)).toByteArray());
        return sign(txId, nonce, creator);
    }

    /** With a transaction id of one's own. */
    public Proposed sign(String txId) {
        return sign(txId, nonce(), signer.creator());
    }

    private Proposed sign(String txId, ByteString nonce, ByteString creator) {
        ByteString header = Header.newBuilder()
                .setChannelHeader(channelHeader(txId))
                .setSignatureHeader(SignatureHeader.newBuilder()
                        .setCreator(creator)
                        .setNonce(nonce)
                        .build()
                        .toByteString())
                .build()
                .toByteString();
        ByteString proposal = Proposal.newBuilder()
                .setHeader(header)
                .setPayload(payload())
                .build()
                .toByteString();
        return new Proposed(channel, txId, signer, signer.signProposal(proposal));
    }

    private ByteString channelHeader(String txId) {
        Instant made = Instant.now().minus(age);
        ChaincodeHeaderExtension extension = ChaincodeHeaderExtension.newBuilder()
                .setChaincodeId(ChaincodeID.newBuilder().setName(chaincode))
                .build();
        return ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setTxId(txId)
                .setTimestamp(
                        Timestamp.newBuilder().setSeconds(made.getEpochSecond()).setNanos(made.getNano()))
                .setChannelId(channel)
                .setExtension(extension.toByteString())
                .build()
                .toByteString();
    }

    private ByteString payload() {
        ChaincodeInput.Builder input = ChaincodeInput.newBuilder();
        arguments.forEach(argument -> input.addArgs(ByteString.copyFromUtf8(argument)));
        ChaincodeSpec spec = ChaincodeSpec.newBuilder()
                .setType(ChaincodeSpec.Type.JAVA)
                .setChaincodeId(ChaincodeID.newBuilder().setName(chaincode))
                .setInput(input)
                .build();
        ChaincodeProposalPayload.Builder payload = ChaincodeProposalPayload.newBuilder()
                .setInput(ChaincodeInvocationSpec.newBuilder()
                        .setChaincodeSpec(spec)
                        .build()
                        .toByteString());
        transientData.forEach((name, value) -> payload.putTransientMap(name, ByteString.copyFromUtf8(value)));
        return payload.build().toByteString();
    }

    private static ByteString nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return ByteString.copyFrom(nonce);
    }

    public static ByteString sha256(ByteString bytes) {
        try {
            return ByteString.copyFrom(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
