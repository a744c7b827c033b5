package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.provenant.network.embedded.rwset.Sha256;
import io.provenant.network.identity.Credential;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/** A transaction as client and endorsers make it, with a place to spoil each of its parts before it is signed. */
public final class TestTransaction {

    private static final AtomicLong NONCES = new AtomicLong();

    private final ByteString nonce = ByteString.copyFromUtf8("nonce " + NONCES.incrementAndGet());
    private final List<String> endorsers = new ArrayList<>();
    private String mspId = TestLedger.ONE;
    private Credential creator = TestLedger.client(TestLedger.ONE);
    private UnaryOperator<ChannelHeader.Builder> header = builder -> builder;
    private UnaryOperator<ChaincodeAction.Builder> action = builder -> builder;
    private UnaryOperator<ProposalResponsePayload.Builder> response = builder -> builder;
    private UnaryOperator<Endorsement.Builder> endorsement = builder -> builder;
    private UnaryOperator<TransactionAction.Builder> wrapped = builder -> builder;
    private UnaryOperator<Transaction.Builder> transaction = builder -> builder;
    private UnaryOperator<Payload.Builder> payload = builder -> builder;
    private UnaryOperator<Envelope.Builder> envelope = builder -> builder;
    private final ByteString readWriteSet;

    public TestTransaction(ByteString readWriteSet) {
        this.readWriteSet = readWriteSet;
    }

    public TestTransaction endorsedBy(String... mspIds) {
        endorsers.clear();
        endorsers.addAll(List.of(mspIds));
        return this;
    }

    public TestTransaction createdBy(String creatorMspId, Credential credential) {
        mspId = creatorMspId;
        creator = credential;
        return this;
    }

    public TestTransaction header(Consumer<ChannelHeader.Builder> change) {
        header = after(change);
        return this;
    }

    public TestTransaction action(Consumer<ChaincodeAction.Builder> change) {
        action = after(change);
        return this;
    }

    public TestTransaction response(Consumer<ProposalResponsePayload.Builder> change) {
        response = after(change);
        return this;
    }

    public TestTransaction endorsement(Consumer<Endorsement.Builder> change) {
        endorsement = after(change);
        return this;
    }

    public TestTransaction wrapped(Consumer<TransactionAction.Builder> change) {
        wrapped = after(change);
        return this;
    }

    public TestTransaction transaction(Consumer<Transaction.Builder> change) {
        transaction = after(change);
        return this;
    }

    public TestTransaction payload(Consumer<Payload.Builder> change) {
        payload = after(change);
        return this;
    }

    public TestTransaction envelope(Consumer<Envelope.Builder> change) {
        envelope = after(change);
        return this;
    }

    public ByteString readWriteSet() {
        return readWriteSet;
    }

    public String txId() {
        return HexFormat.of().formatHex(Sha256.of(nonce, identity()).toByteArray());
    }

    public Envelope envelope() {
        ByteString channelHeader = header.apply(channelHeader()).build().toByteString();
        ByteString signatureHeader = SignatureHeader.newBuilder()
                .setNonce(nonce)
                .setCreator(identity())
                .build()
                .toByteString();
        ByteString proposal = ChaincodeProposalPayload.newBuilder()
                .setInput(ByteString.copyFromUtf8("call"))
                .build()
                .toByteString();
        ByteString endorsed = response.apply(ProposalResponsePayload.newBuilder()
                        .setProposalHash(Sha256.of(channelHeader, signatureHeader, proposal))
                        .setExtension(action.apply(chaincodeAction()).build().toByteString()))
                .build()
                .toByteString();
        ChaincodeEndorsedAction.Builder endorsements =
                ChaincodeEndorsedAction.newBuilder().setProposalResponsePayload(endorsed);
        endorsers.forEach(endorser -> endorsements.addEndorsements(endorsement.apply(endorsement(endorser, endorsed))));
        TransactionAction.Builder one = wrapped.apply(TransactionAction.newBuilder()
                .setHeader(signatureHeader)
                .setPayload(ChaincodeActionPayload.newBuilder()
                        .setChaincodeProposalPayload(proposal)
                        .setAction(endorsements)
                        .build()
                        .toByteString()));
        ByteString content = payload.apply(Payload.newBuilder()
                        .setHeader(Header.newBuilder()
                                .setChannelHeader(channelHeader)
                                .setSignatureHeader(signatureHeader))
                        .setData(transaction
                                .apply(Transaction.newBuilder().addActions(one))
                                .build()
                                .toByteString()))
                .build()
                .toByteString();
        return envelope.apply(Envelope.newBuilder().setPayload(content).setSignature(sign(creator, content)))
                .build();
    }

    private ChannelHeader.Builder channelHeader() {
        return ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setChannelId(TestLedger.CHANNEL)
                .setTxId(txId())
                .setTimestamp(Timestamp.newBuilder().setSeconds(1_700_000_000))
                .setExtension(ChaincodeHeaderExtension.newBuilder()
                        .setChaincodeId(ChaincodeID.newBuilder().setName(TestLedger.CHAINCODE))
                        .build()
                        .toByteString());
    }

    private ChaincodeAction.Builder chaincodeAction() {
        return ChaincodeAction.newBuilder()
                .setResults(readWriteSet)
                .setResponse(Response.newBuilder().setStatus(200))
                .setChaincodeId(
                        ChaincodeID.newBuilder().setName(TestLedger.CHAINCODE).setVersion("1.0"));
    }

    private static Endorsement.Builder endorsement(String mspId, ByteString endorsed) {
        Credential peer = TestLedger.peer(mspId);
        ByteString identity = TestLedger.identity(mspId, peer);
        return Endorsement.newBuilder().setEndorser(identity).setSignature(sign(peer, endorsed.concat(identity)));
    }

    private ByteString identity() {
        return TestLedger.identity(mspId, creator);
    }

    private static ByteString sign(Credential credential, ByteString message) {
        return ByteString.copyFrom(credential.sign(message.toByteArray()));
    }

    private static <T> UnaryOperator<T> after(Consumer<T> change) {
        return builder -> {
            change.accept(builder);
            return builder;
        };
    }
}
