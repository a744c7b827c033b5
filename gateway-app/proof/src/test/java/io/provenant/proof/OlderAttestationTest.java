package io.provenant.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.proof.format.StrictBase64;
import io.provenant.proof.note.LogPublicKey;
import io.provenant.proof.note.SignedNote;
import io.provenant.proof.note.TlogProof;
import io.provenant.proof.promise.Promise;
import io.provenant.proof.promise.SignedPromise;
import io.provenant.proof.report.Check;
import io.provenant.proof.report.Level;
import io.provenant.proof.report.Outcome;
import io.provenant.proof.report.Report;
import io.provenant.proof.report.Step;
import io.provenant.proof.report.Verdict;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;

/** A log changed its key: what was attested before voids nothing that it signed since, what was attested after counts. */
class OlderAttestationTest {

    private static final byte[] NEW_SEED = TestLog.range(0xc0);
    private static final LogPublicKey NEW_KEY = newKey();
    private static final JsonObject EQUIVOCATION = JsonObject.empty().with("docType", "Equivocation");

    private final TestAttestation older = new TestAttestation();
    private final TestAttestation newer = new TestAttestation();
    private final JsonObject proved = TestLog.receipt()
            .toJson()
            .without("promise")
            .with("proof", new TlogProof(1, TestLog.TREE.inclusion(1).path(), newNote()).text());
    private final JsonObject promised = TestLog.receipt()
            .toJson()
            .without("proof")
            .with("promise", newPromise().toJson());

    private Verification verification =
            Verification.against(TestMarket.MARKET.trust().canonicalBytes());

    OlderAttestationTest() {
        older.readBlock = 20;
        headOf(older, 1);
        headOf(newer, 4);
        newer.entries.put(TestAttestation.LOG, Optional.of(rotatedAt(2)));
    }

    @Test
    void it_voids_no_checkpoint_and_no_promise_that_the_new_key_signed() {
        verification = verification
                .withLogKey(NEW_KEY.text(TestLog.DIGESTS))
                .withAttestation(older.file().canonicalBytes());

        assertValid(proved, Level.INTEGRATED);
        assertValid(promised, Level.PROMISED);
    }

    @Test
    void with_nothing_newer_the_new_keys_word_could_not_be_checked() {
        verification = verification.withAttestation(older.file().canonicalBytes());

        for (JsonObject receipt : List.of(proved, promised)) {
            Report report = verification.verify(receipt.canonicalBytes());
            assertThat(report.verdict()).as(report.text()).isEqualTo(Verdict.COULD_NOT_CHECK);
            assertThat(report.text()).contains("the attestation is older and does not know the key that signed");
        }
    }

    @Test
    void a_strangers_checkpoint_is_not_let_through_by_it() {
        verification = verification
                .withLogKey(TestLog.KEY.text(TestLog.DIGESTS))
                .withAttestation(older.file().canonicalBytes());

        assertFails(proved, Step.CHECKPOINT, "of a key of --log-key");
        assertFails(promised, Step.PROMISE, "signature of the promise does not verify");
    }

    @Test
    void a_promise_of_another_place_is_refused_whether_or_not_its_key_is_known() {
        SignedPromise signed = newPromise();
        Promise other = new Promise(TestLog.ORIGIN, 2, TestLog.ENTRY.commit(), 1_772_762_401_000L, 60);
        SignedPromise moved = new SignedPromise(signed.channel(), signed.foundedTx(), other, 2, signed.signature());
        verification = verification.withAttestation(older.file().canonicalBytes());

        assertFails(
                TestLog.receipt().toJson().with("promise", moved.toJson()),
                Step.PROMISE,
                "index promised is 2, expected 1");
    }

    @Test
    void of_what_it_covers_its_word_comes_before_a_key_given_by_hand() {
        headOf(older, 4);
        verification = verification
                .withLogKey(NEW_KEY.text(TestLog.DIGESTS))
                .withAttestation(older.file().canonicalBytes());

        assertFails(proved, Step.CHECKPOINT, "of a key of the attested " + TestAttestation.LOG);
        assertFails(promised, Step.PROMISE, "has no key of epoch 2");
    }

    @Test
    void the_same_head_signed_again_by_the_new_key_is_attested_once_that_key_is_known() {
        headOf(older, 3);
        verification = verification.withAttestation(older.file().canonicalBytes());
        assertThat(verification.verify(proved.canonicalBytes()).verdict()).isEqualTo(Verdict.COULD_NOT_CHECK);

        verification = verification.withLogKey(NEW_KEY.text(TestLog.DIGESTS));
        assertValid(proved, Level.ATTESTED);
    }

    @Test
    void one_from_before_the_log_was_opened_says_nothing() {
        for (String key : List.of(TestAttestation.LHD, TestAttestation.LOG)) {
            older.entries.put(key, Optional.empty());
            older.reads.put(key, false);
        }
        verification = verification
                .withLogKey(NEW_KEY.text(TestLog.DIGESTS))
                .withAttestation(older.file().canonicalBytes());

        Report report = assertValid(proved, Level.INTEGRATED);
        assertThat(report.remarks())
                .contains("warning: the attestation beside the receipt does not count: attested absent: "
                        + TestAttestation.LOG);
    }

    @Test
    void beside_a_receipt_that_holds_its_own_the_newer_one_says_which_keys_there_are() {
        TestAttestation own = new TestAttestation();
        own.readBlock = 41;
        newer.readBlock = 50;
        JsonObject attested = proved.with("attestation", own.file());
        assertFails(attested, Step.CHECKPOINT, "of a key of the attested " + TestAttestation.LOG);

        verification = verification.withAttestation(newer.file().canonicalBytes());
        assertValid(attested, Level.ATTESTED);
    }

    @Test
    void an_older_one_beside_a_receipt_that_holds_its_own_changes_nothing() {
        headOf(newer, 3);
        newer.readBlock = 50;
        verification = verification.withAttestation(older.file().canonicalBytes());

        assertValid(proved.with("attestation", newer.file()), Level.ATTESTED);
    }

    @Test
    void an_equivocation_shown_beside_a_receipt_that_holds_its_own_voids_it() {
        newer.entries.put(TestAttestation.EQV, Optional.of(EQUIVOCATION));
        newer.reads.put(TestAttestation.EQV, true);
        JsonObject attested = TestLog.receipt().toJson().with("attestation", new TestAttestation().file());
        assertValid(attested, Level.ATTESTED);

        verification = verification.withAttestation(newer.file().canonicalBytes());
        assertFails(attested, Step.EQUIVOCATION, "the ledger holds an equivocation");
    }

    @Test
    void an_equivocation_voids_even_where_nothing_else_is_attested() {
        newer.keys = List.of(TestAttestation.EQV);
        newer.entries.clear();
        newer.reads.keySet().removeAll(List.of(TestAttestation.LHD, TestAttestation.LOG));
        newer.entries.put(TestAttestation.EQV, Optional.of(EQUIVOCATION));
        newer.reads.put(TestAttestation.EQV, true);
        verification = verification
                .withLogKey(NEW_KEY.text(TestLog.DIGESTS))
                .withAttestation(newer.file().canonicalBytes());

        assertFails(proved, Step.EQUIVOCATION, "the ledger holds an equivocation");
        assertFails(promised, Step.EQUIVOCATION, "the ledger holds an equivocation");
    }

    @Test
    void what_a_retired_key_signed_binds_the_log_and_the_report_says_that_its_time_was_over() {
        verification = verification.withAttestation(newer.file().canonicalBytes());

        Report report = assertValid(TestLog.receipt().toJson(), Level.INTEGRATED);
        assertThat(report.remarks())
                .anyMatch(remark -> remark.startsWith("warning: the key of epoch 1 was not in force at size 3"));

        newer.entries.put(TestAttestation.LOG, Optional.of(rotatedAt(3)));
        verification = verification.withAttestation(newer.file().canonicalBytes());
        for (JsonObject receipt : List.of(TestLog.receipt().toJson(), proved)) {
            assertThat(assertValid(receipt, Level.INTEGRATED).remarks())
                    .noneMatch(remark -> remark.startsWith("warning"));
        }
    }

    @Test
    void nor_was_a_key_in_force_before_its_epoch_began() {
        newer.entries.put(TestAttestation.LOG, Optional.of(rotatedAt(4)));
        verification = verification.withAttestation(newer.file().canonicalBytes());

        assertThat(assertValid(proved, Level.INTEGRATED).remarks())
                .anyMatch(remark -> remark.startsWith("warning: the key of epoch 2 was not in force at size 3"));
    }

    private static void headOf(TestAttestation made, long size) {
        made.entries.put(TestAttestation.LHD, Optional.of(TestAttestation.head().with("size", size)));
    }

    private static JsonObject rotatedAt(long size) {
        JsonObject first = TestAttestation.log().objects("keys").get(0);
        JsonObject second = first.with("keyEpoch", 2)
                .with("publicKey", StrictBase64.url(NEW_KEY.bytes()))
                .with("fromSize", size);
        return TestAttestation.log().withObjects("keys", List.of(first, second));
    }

    private static SignedNote newNote() {
        return SignedNote.of(TestLog.CHECKPOINT, NEW_KEY, sign(TestLog.CHECKPOINT.signedBytes()), TestLog.DIGESTS);
    }

    private static SignedPromise newPromise() {
        Promise promise = TestLog.PROMISE;
        byte[] bytes = SignedPromise.signedBytes(TestMarket.CHANNEL, TestMarket.FOUNDED_TX, promise);
        return new SignedPromise(TestMarket.CHANNEL, TestMarket.FOUNDED_TX, promise, 2, StrictBase64.url(sign(bytes)));
    }

    private static byte[] sign(byte[] bytes) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(NEW_SEED, 0, bytes, 0, bytes.length, signature, 0);
        return signature;
    }

    private static LogPublicKey newKey() {
        byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(NEW_SEED, 0, key, 0);
        return LogPublicKey.of(TestLog.ORIGIN, key);
    }

    private Report assertValid(JsonObject receipt, Level level) {
        Report report = verification.verify(receipt.canonicalBytes());

        assertThat(report.verdict()).as(report.text()).isEqualTo(Verdict.VALID);
        assertThat(report.level()).contains(level);
        return report;
    }

    private void assertFails(JsonObject receipt, Step step, String why) {
        Report report = verification.verify(receipt.canonicalBytes());

        assertThat(report.verdict()).as(report.text()).isEqualTo(Verdict.NOT_VALID);
        assertThat(report.checks())
                .filteredOn(check -> check.outcome() == Outcome.FAIL)
                .singleElement()
                .satisfies(check -> assertThat(check.step()).isEqualTo(step))
                .extracting(Check::why)
                .asString()
                .contains(why);
    }
}
