package io.provenant.gateway.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.log.JdkDigests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** A call of the chaincode, endorsed by nobody: what a block or the outbox holds of one. */
public final class TestTransaction {

    private static final JdkDigests DIGESTS = new JdkDigests();

    private final String command;
    private final KVRWSet.Builder set = KVRWSet.newBuilder();
    private final HashedRWSet.Builder hashed = HashedRWSet.newBuilder();
    private final List<JsonObject> facts = new ArrayList<>();
    private final List<JsonObject> listed = new ArrayList<>();
    private String txId;
    private String chaincode = TestChain.CHAINCODE;
    private String collection = "";
    private ByteString creator = SerializedIdentity.newBuilder()
            .setMspid("ExchangeMSP")
            .setIdBytes(ByteString.copyFromUtf8("no certificate"))
            .build()
            .toByteString();
    private long ms = 1_767_225_600_000L;
    private Optional<JsonObject> actor = Optional.empty();
    private TxValidationCode code = TxValidationCode.VALID;
    private ByteString signature = ByteString.copyFromUtf8("signature");

    private TestTransaction(String command, String txId) {
        this.command = command;
        this.txId = txId;
    }

    /** A valid transaction; its id is made from this name. */
    public static TestTransaction of(String command, String name) {
        return new TestTransaction(command, txId(name));
    }

    /** The transaction id made from a name. */
    public static String txId(String name) {
        return DIGESTS.digest(name.getBytes(StandardCharsets.UTF_8)).hex();
    }

    public TestTransaction code(TxValidationCode other) {
        code = other;
        return this;
    }

    public TestTransaction at(long timeMs) {
        ms = timeMs;
        return this;
    }

    public TestTransaction by(String mspId, byte[] certificatePem) {
        creator = SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(ByteString.copyFrom(certificatePem))
                .build()
                .toByteString();
        return this;
    }

    public TestTransaction actor(JsonObject some) {
        actor = Optional.of(some);
        return this;
    }

    public TestTransaction calling(String other) {
        chaincode = other;
        return this;
    }

    /** Under an id that is not its own. */
    public TestTransaction named(String otherTxId) {
        txId = otherTxId;
        return this;
    }

    /** Signed by somebody else, or not at all. */
    public TestTransaction signed(String other) {
        signature = ByteString.copyFromUtf8(other);
        return this;
    }

    public TestTransaction read(String key, long block, long tx) {
        set.addReads(KVRead.newBuilder()
                .setKey(key)
                .setVersion(Version.newBuilder().setBlockNum(block).setTxNum(tx)));
        return this;
    }

    public TestTransaction readAbsent(String key) {
        set.addReads(KVRead.newBuilder().setKey(key));
        return this;
    }

    public TestTransaction write(String key, JsonObject value) {
        return writeText(key, value.canonical(), value.optionalText("docType").orElse("Section"));
    }

    public TestTransaction writeText(String key, String value, String docType) {
        set.addWrites(KVWrite.newBuilder().setKey(key).setValue(ByteString.copyFromUtf8(value)));
        facts.add(JsonObject.empty().with("key", key).with("rev", 1).with("fact", docType + ".written"));
        listed.add(JsonObject.empty().with("key", key).with("rev", 1));
        return this;
    }

    public TestTransaction delete(String key, String docType) {
        set.addWrites(KVWrite.newBuilder().setKey(key).setIsDelete(true));
        facts.add(JsonObject.empty().with("key", key).with("fact", docType + ".deleted"));
        listed.add(JsonObject.empty().with("key", key).with("deleted", true));
        return this;
    }

    public TestTransaction deposit(String into, String key, String value) {
        collection = into;
        hashed.addHashedWrites(KVWriteHash.newBuilder().setKeyHash(hash(key)).setValueHash(hash(value)));
        return this;
    }

    int code() {
        return code.getNumber();
    }

    /** The envelope as a block holds it. */
    public Envelope envelope() {
        return Envelope.newBuilder()
                .setPayload(payload().toByteString())
                .setSignature(signature)
                .build();
    }

    /** The envelope as the outbox holds it. */
    public ByteString prepared() {
        return PreparedTransaction.newBuilder()
                .setTransactionId(txId)
                .setEnvelope(envelope())
                .build()
                .toByteString();
    }

    private Payload payload() {
        ChannelHeader channel = ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setTxId(txId)
                .setChannelId("market-1")
                .setTimestamp(Timestamp.newBuilder().setSeconds(ms / 1_000).setNanos((int) (ms % 1_000) * 1_000_000))
                .build();
        TransactionAction action = TransactionAction.newBuilder()
                .setPayload(ChaincodeActionPayload.newBuilder()
                        .setChaincodeProposalPayload(ChaincodeProposalPayload.newBuilder()
                                .setInput(invocation().toByteString())
                                .build()
                                .toByteString())
                        .setAction(ChaincodeEndorsedAction.newBuilder()
                                .setProposalResponsePayload(ProposalResponsePayload.newBuilder()
                                        .setExtension(action().toByteString())
                                        .build()
                                        .toByteString()))
                        .build()
                        .toByteString())
                .build();
        return Payload.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(channel.toByteString())
                        .setSignatureHeader(SignatureHeader.newBuilder()
                                .setCreator(creator)
                                .build()
                                .toByteString()))
                .setData(Transaction.newBuilder().addActions(action).build().toByteString())
                .build();
    }

    private ChaincodeInvocationSpec invocation() {
        JsonObject envelope =
                JsonObject.empty().with("v", 1).with("command", command).with("body", JsonObject.empty());
        JsonObject signed = actor.map(some -> envelope.with("actor", some)).orElse(envelope);
        return ChaincodeInvocationSpec.newBuilder()
                .setChaincodeSpec(ChaincodeSpec.newBuilder()
                        .setChaincodeId(ChaincodeID.newBuilder().setName(chaincode))
                        .setInput(ChaincodeInput.newBuilder()
                                .addArgs(ByteString.copyFromUtf8(command))
                                .addArgs(ByteString.copyFrom(signed.canonicalBytes()))))
                .build();
    }

    private ChaincodeAction action() {
        NsReadWriteSet.Builder namespace = NsReadWriteSet.newBuilder()
                .setNamespace(TestChain.CHAINCODE)
                .setRwset(set.build().toByteString());
        if (!collection.isEmpty()) {
            namespace.addCollectionHashedRwset(CollectionHashedReadWriteSet.newBuilder()
                    .setCollectionName(collection)
                    .setHashedRwset(hashed.build().toByteString()));
        }
        JsonObject answer = JsonObject.empty()
                .with("v", 1)
                .with("command", command)
                .with("answer", JsonObject.empty())
                .withObjects("writes", listed);
        ChaincodeAction.Builder action = ChaincodeAction.newBuilder()
                .setResults(TxReadWriteSet.newBuilder()
                        .addNsRwset(NsReadWriteSet.newBuilder().setNamespace("_lifecycle"))
                        .addNsRwset(namespace)
                        .build()
                        .toByteString())
                .setResponse(
                        Response.newBuilder().setStatus(200).setPayload(ByteString.copyFrom(answer.canonicalBytes())));
        if (!facts.isEmpty()) {
            JsonObject event =
                    JsonObject.empty().with("v", 1).with("command", command).withObjects("facts", facts);
            action.setEvents(ChaincodeEvent.newBuilder()
                    .setEventName("pvn")
                    .setPayload(ByteString.copyFrom(event.canonicalBytes()))
                    .build()
                    .toByteString());
        }
        return action.build();
    }

    private static ByteString hash(String text) {
        return ByteString.copyFrom(DIGESTS.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}
