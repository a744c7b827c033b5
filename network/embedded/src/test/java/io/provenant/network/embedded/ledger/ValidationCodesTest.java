package io.provenant.network.embedded.ledger;

import static io.provenant.network.embedded.ledger.TestLedger.ONE;
import static io.provenant.network.embedded.ledger.TestLedger.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_COMMON_HEADER;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_CREATOR_SIGNATURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_HEADER_EXTENSION;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_PAYLOAD;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_PROPOSAL_TXID;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_RESPONSE_PAYLOAD;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_RWSET;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.DUPLICATE_TXID;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.ILLEGAL_WRITESET;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_CHAINCODE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_CONFIG_TRANSACTION;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_ENDORSER_TRANSACTION;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_OTHER_REASON;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.UNSUPPORTED_TX_PAYLOAD;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.ByteString;
import io.provenant.network.identity.CertificateProfile;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.Organisation;
import io.provenant.network.identity.Role;
import io.provenant.network.identity.Validity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to spoil a transaction and the code that a peer gives it; the block commits all the same. */
class ValidationCodesTest {

    private static final ByteString GARBAGE = ByteString.copyFrom(new byte[] {(byte) 0xff, (byte) 0xff, 1});
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger channel;

    @BeforeEach
    void open() {
        channel = TestLedger.open(folder);
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                spoil("nothing", VALID, transaction -> {}),
                spoil("a payload that is none", BAD_PAYLOAD, t -> t.envelope(e -> e.setPayload(GARBAGE))),
                spoil("no header", BAD_COMMON_HEADER, t -> t.payload(p -> p.clearHeader())),
                spoil("an unknown type", BAD_COMMON_HEADER, t -> t.header(h -> h.setType(77))),
                spoil(
                        "a message of a deliver client",
                        BAD_COMMON_HEADER,
                        t -> t.header(h -> h.setType(HeaderType.DELIVER_SEEK_INFO_VALUE))),
                spoil("an epoch", BAD_COMMON_HEADER, t -> t.header(h -> h.setEpoch(1))),
                spoil(
                        "no nonce",
                        BAD_COMMON_HEADER,
                        t -> t.payload(p -> p.getHeaderBuilder().setSignatureHeader(ByteString.EMPTY))),
                spoil("another channel", BAD_CREATOR_SIGNATURE, t -> t.header(h -> h.setChannelId("other"))),
                spoil("no signature", BAD_CREATOR_SIGNATURE, t -> t.envelope(e -> e.clearSignature())),
                spoil(
                        "a signature of something else",
                        BAD_CREATOR_SIGNATURE,
                        t -> t.envelope(e -> e.setSignature(sign(TestLedger.client(ONE), "something else")))),
                spoil(
                        "a signature with a high s",
                        BAD_CREATOR_SIGNATURE,
                        t -> t.envelope(e -> e.setSignature(highS(e.getSignature())))),
                spoil("a creator whom nobody issued", BAD_CREATOR_SIGNATURE, t -> t.createdBy(ONE, stranger())),
                spoil(
                        "a creator of another organisation",
                        BAD_CREATOR_SIGNATURE,
                        t -> t.createdBy(TWO, TestLedger.client(ONE))),
                spoil(
                        "a configuration",
                        INVALID_CONFIG_TRANSACTION,
                        t -> t.header(h -> h.setType(HeaderType.CONFIG_VALUE))),
                spoil(
                        "an update of the configuration",
                        UNSUPPORTED_TX_PAYLOAD,
                        t -> t.header(h -> h.setType(HeaderType.CONFIG_UPDATE_VALUE))),
                spoil("an id of one's own making", BAD_PROPOSAL_TXID, t -> t.header(h -> h.setTxId("mine"))),
                spoil(
                        "an action too many",
                        INVALID_ENDORSER_TRANSACTION,
                        t -> t.transaction(x -> x.addActions(TransactionAction.getDefaultInstance()))),
                spoil("no action", INVALID_ENDORSER_TRANSACTION, t -> t.transaction(x -> x.clearActions())),
                spoil("an action without a header", INVALID_ENDORSER_TRANSACTION, t -> t.wrapped(w -> w.clearHeader())),
                spoil(
                        "an action that is none",
                        INVALID_ENDORSER_TRANSACTION,
                        t -> t.wrapped(w -> w.setPayload(GARBAGE))),
                spoil(
                        "a response to another proposal",
                        INVALID_ENDORSER_TRANSACTION,
                        t -> t.response(r -> r.setProposalHash(GARBAGE))),
                spoil("no response", BAD_RESPONSE_PAYLOAD, t -> t.response(r -> r.clearExtension())),
                spoil("a response that is none", BAD_RESPONSE_PAYLOAD, t -> t.response(r -> r.setExtension(GARBAGE))),
                spoil("a read-write set that is none", BAD_RWSET, t -> t.action(a -> a.setResults(GARBAGE))),
                spoil("an extension that is none", BAD_HEADER_EXTENSION, t -> t.header(h -> h.setExtension(GARBAGE))),
                spoil("no chaincode in the header", INVALID_OTHER_REASON, t -> t.header(h -> h.clearExtension())),
                spoil("no chaincode in the response", INVALID_OTHER_REASON, t -> t.action(a -> a.clearChaincodeId())),
                spoil(
                        "a response of another chaincode",
                        INVALID_CHAINCODE,
                        t -> t.action(a -> a.getChaincodeIdBuilder().setName("other"))),
                spoil(
                        "a response without a version",
                        INVALID_CHAINCODE,
                        t -> t.action(a -> a.getChaincodeIdBuilder().clearVersion())),
                spoil(
                        "an unknown chaincode",
                        INVALID_CHAINCODE,
                        t -> t.header(h -> h.setExtension(called("other")))
                                .action(a -> a.getChaincodeIdBuilder().setName("other"))),
                spoil(
                        "an event of another chaincode",
                        INVALID_OTHER_REASON,
                        t -> t.action(a -> a.setEvents(ChaincodeEvent.newBuilder()
                                .setChaincodeId("other")
                                .build()
                                .toByteString()))),
                spoil(
                        "a namespace twice",
                        ILLEGAL_WRITESET,
                        t -> t.action(a -> a.setResults(writes("notes").concat(writes("notes"))))),
                spoil(
                        "a write to another chaincode",
                        INVALID_CHAINCODE,
                        t -> t.action(a -> a.setResults(writes("other")))),
                spoil(
                        "a write to the life cycle",
                        INVALID_CHAINCODE,
                        t -> t.action(a -> a.setResults(writes("_lifecycle")))),
                spoil("one endorsement of three", ENDORSEMENT_POLICY_FAILURE, t -> t.endorsedBy(ONE)),
                spoil("no endorsement", ENDORSEMENT_POLICY_FAILURE, t -> t.endorsedBy()),
                spoil("the same endorser twice", ENDORSEMENT_POLICY_FAILURE, t -> t.endorsedBy(ONE, ONE)),
                spoil("endorsements by clients", ENDORSEMENT_POLICY_FAILURE, ValidationCodesTest::endorseAsClient),
                spoil(
                        "an endorsement of something else",
                        ENDORSEMENT_POLICY_FAILURE,
                        t -> t.endorsement(e -> e.setSignature(sign(TestLedger.peer(ONE), "something else")))),
                spoil(
                        "an endorsement with a high s",
                        ENDORSEMENT_POLICY_FAILURE,
                        t -> t.endorsement(e -> e.setSignature(highS(e.getSignature())))),
                spoil("an expired creator", VALID, t -> t.createdBy(ONE, expired())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void spoiled(String what, TxValidationCode code, Consumer<TestTransaction> spoil) {
        TestTransaction transaction = channel.endorse(simulation -> simulation.put("a", value()));
        spoil.accept(transaction);

        assertThat(channel.codes(transaction)).containsExactly(code);
        assertThat(channel.simulate(ONE).get("a").isPresent()).isEqualTo(code == VALID);
        assertThat(channel.codes(channel.endorse(simulation -> simulation.put("b", value()))))
                .as("the next transaction is not touched")
                .containsExactly(VALID);
    }

    @Test
    void what_is_no_envelope_at_all_is_kept_and_invalid() throws Exception {
        Envelope unknown = Envelope.parseFrom(ByteString.copyFrom(new byte[] {0x7a, 1, 0}));

        assertThat(channel.codes(unknown, Envelope.getDefaultInstance()))
                .containsExactly(BAD_COMMON_HEADER, BAD_COMMON_HEADER);
    }

    @Test
    void the_same_envelope_again_is_a_duplicate_in_the_same_block_and_later() {
        TestTransaction transaction = channel.endorse(simulation -> simulation.put("a", value()));

        assertThat(channel.codes(transaction, transaction)).containsExactly(VALID, DUPLICATE_TXID);
        assertThat(channel.codes(transaction)).containsExactly(DUPLICATE_TXID);
        assertThat(channel.ledger().transaction(transaction.txId()))
                .contains(new CommittedTransaction(transaction.txId(), 1, 0, VALID));
    }

    @Test
    void an_invalid_transaction_takes_its_id_with_it() {
        TestTransaction transaction = channel.endorse(simulation -> simulation.put("a", value()));
        Envelope unendorsed = transaction.endorsedBy(ONE).envelope();
        Envelope endorsed = transaction.endorsedBy(ONE, TWO).envelope();

        assertThat(channel.codes(unendorsed)).containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(channel.codes(endorsed)).containsExactly(DUPLICATE_TXID);
    }

    @Test
    void in_one_block_the_first_endorsed_transaction_of_an_id_stays() {
        TestTransaction transaction = channel.endorse(simulation -> simulation.put("a", value()));
        Envelope unendorsed = transaction.endorsedBy(ONE).envelope();
        Envelope endorsed = transaction.endorsedBy(ONE, TWO).envelope();

        assertThat(channel.codes(unendorsed, endorsed, endorsed))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE, VALID, DUPLICATE_TXID);
        assertThat(channel.ledger()
                        .transaction(transaction.txId())
                        .orElseThrow()
                        .validationCode())
                .isEqualTo(ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void a_duplicate_stays_one_even_if_the_first_loses_for_what_it_read() {
        channel.put("a", "1");
        TestTransaction loser = channel.endorse(simulation -> {
            simulation.get("a");
            simulation.put("b", value());
        });
        channel.put("a", "2");

        assertThat(channel.codes(loser, loser)).containsExactly(TxValidationCode.MVCC_READ_CONFLICT, DUPLICATE_TXID);
    }

    @Test
    void somebody_else_cannot_submit_a_proposal_as_his_own() {
        TestTransaction transaction = channel.endorse(simulation -> simulation.put("a", value()));
        String victims = transaction.txId();
        transaction.createdBy(TWO, TestLedger.client(TWO)).header(header -> header.setTxId(victims));

        assertThat(channel.codes(transaction)).containsExactly(BAD_PROPOSAL_TXID);
    }

    private static Arguments spoil(String what, TxValidationCode code, Consumer<TestTransaction> spoil) {
        return arguments(what, code, spoil);
    }

    private static void endorseAsClient(TestTransaction transaction) {
        transaction.endorsement(endorsement -> {
            String mspId = TestLedger.identity(ONE, TestLedger.peer(ONE)).equals(endorsement.getEndorser()) ? ONE : TWO;
            endorsement.setEndorser(TestLedger.identity(mspId, TestLedger.client(mspId)));
        });
    }

    private static ByteString writes(String namespace) {
        KVRWSet set = KVRWSet.newBuilder()
                .addWrites(KVWrite.newBuilder().setKey("x").setValue(value()))
                .build();
        return TxReadWriteSet.newBuilder()
                .addNsRwset(NsReadWriteSet.newBuilder().setNamespace(namespace).setRwset(set.toByteString()))
                .build()
                .toByteString();
    }

    private static ByteString called(String chaincode) {
        return ChaincodeHeaderExtension.newBuilder()
                .setChaincodeId(ChaincodeID.newBuilder().setName(chaincode))
                .build()
                .toByteString();
    }

    private static Credential stranger() {
        return Organisation.create(ONE, "onemsp.example", Clock.systemUTC()).client("client", new TreeMap<>());
    }

    private static Credential expired() {
        Validity past = Validity.expired(Instant.now());
        return TestLedger.organisation(ONE)
                .enrolmentAuthority()
                .issue(CertificateProfile.enrolment("late", Role.CLIENT, past));
    }

    private static ByteString sign(Credential credential, String message) {
        return ByteString.copyFrom(
                credential.sign(ByteString.copyFromUtf8(message).toByteArray()));
    }

    private static ByteString highS(ByteString signature) {
        try {
            ASN1Sequence pair = ASN1Sequence.getInstance(signature.toByteArray());
            BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();
            ASN1Integer high = new ASN1Integer(ORDER.subtract(s));
            return ByteString.copyFrom(new DERSequence(new ASN1Encodable[] {pair.getObjectAt(0), high}).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteString value() {
        return ByteString.copyFromUtf8("value");
    }
}
