package io.provenant.network.embedded.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.provenant.network.identity.Credential;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** A proposal made by hand, so that any part of it can be wrong. */
public final class TestProposal {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String mspId;
    private final Credential credential;
    private String channel = TestChannel.NAME;
    private String chaincode = TestChannel.CHAINCODE;
    private List<String> arguments = List.of("get", "k");
    private Map<String, String> transientData = new TreeMap<>();
    private Instant at = Instant.now();
    private String txIdSuffix = "";

    private TestProposal(String mspId, Credential credential) {
        this.mspId = mspId;
        this.credential = credential;
    }

    public static TestProposal by(String mspId, Credential credential) {
        return new TestProposal(mspId, credential);
    }

    public TestProposal channel(String name) {
        channel = name;
        return this;
    }

    public TestProposal chaincode(String name) {
        chaincode = name;
        return this;
    }

    public TestProposal arguments(String... values) {
        arguments = List.of(values);
        return this;
    }

    public TestProposal transientValue(String value) {
        transientData = new TreeMap<>(Map.of("value", value));
        return this;
    }

    public TestProposal at(Instant time) {
        at = time;
        return this;
    }

    public TestProposal txIdSuffix(String suffix) {
        txIdSuffix = suffix;
        return this;
    }

    public SignedProposal signed() {
        ByteString creator = TestChannel.serialized(mspId, credential);
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        ByteString nonce = ByteString.copyFrom(random);
        ChaincodeID id = ChaincodeID.newBuilder().setName(chaincode).build();
        Header header = Header.newBuilder()
                .setChannelHeader(ChannelHeader.newBuilder()
                        .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                        .setChannelId(channel)
                        .setTxId(txId(nonce, creator) + txIdSuffix)
                        .setTimestamp(Timestamp.newBuilder()
                                .setSeconds(at.getEpochSecond())
                                .setNanos(at.getNano()))
                        .setExtension(ChaincodeHeaderExtension.newBuilder()
                                .setChaincodeId(id)
                                .build()
                                .toByteString())
                        .build()
                        .toByteString())
                .setSignatureHeader(SignatureHeader.newBuilder()
                        .setCreator(creator)
                        .setNonce(nonce)
                        .build()
                        .toByteString())
                .build();
        return signed(header, id);
    }

    private SignedProposal signed(Header header, ChaincodeID id) {
        ChaincodeInput.Builder input = ChaincodeInput.newBuilder();
        arguments.forEach(argument -> input.addArgs(ByteString.copyFromUtf8(argument)));
        ChaincodeProposalPayload.Builder payload = ChaincodeProposalPayload.newBuilder()
                .setInput(ChaincodeInvocationSpec.newBuilder()
                        .setChaincodeSpec(
                                ChaincodeSpec.newBuilder().setChaincodeId(id).setInput(input))
                        .build()
                        .toByteString());
        transientData.forEach((name, value) -> payload.putTransientMap(name, ByteString.copyFromUtf8(value)));
        ByteString bytes = Proposal.newBuilder()
                .setHeader(header.toByteString())
                .setPayload(payload.build().toByteString())
                .build()
                .toByteString();
        return SignedProposal.newBuilder()
                .setProposalBytes(bytes)
                .setSignature(ByteString.copyFrom(credential.sign(bytes.toByteArray())))
                .build();
    }

    public EndorseRequest toEndorse(String... organisations) {
        return EndorseRequest.newBuilder()
                .setChannelId(channel)
                .setProposedTransaction(signed())
                .addAllEndorsingOrganizations(List.of(organisations))
                .build();
    }

    public EvaluateRequest toEvaluate(String... organisations) {
        return EvaluateRequest.newBuilder()
                .setChannelId(channel)
                .setProposedTransaction(signed())
                .addAllTargetOrganizations(List.of(organisations))
                .build();
    }

    /** The client's signature on a prepared transaction. */
    public static Envelope sign(Envelope prepared, Credential credential) {
        return prepared.toBuilder()
                .setSignature(ByteString.copyFrom(
                        credential.sign(prepared.getPayload().toByteArray())))
                .build();
    }

    private static String txId(ByteString nonce, ByteString creator) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(nonce.concat(creator).toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
