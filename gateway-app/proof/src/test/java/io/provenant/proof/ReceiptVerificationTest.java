package io.provenant.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.merkle.Checkpoint;
import io.provenant.merkle.LogOrigin;
import io.provenant.proof.format.StrictBase64;
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
import org.junit.jupiter.api.Test;

/** Steps 10 to 12 and the levels, each check with a copy that a cheat would make. */
class ReceiptVerificationTest {

    private static final String LOG_KEY = TestLog.KEY.text(TestLog.DIGESTS);
    private static final JsonObject ANCHOR =
            JsonObject.empty().with("txId", TestAttestation.ANCHOR.txId()).with("blockNumber", 41);

    private final TestAttestation made = new TestAttestation();
    private final JsonObject integrated = TestLog.receipt().toJson();

    private Verification verification =
            Verification.against(TestMarket.MARKET.trust().canonicalBytes()).withLogKey(LOG_KEY);

    @Test
    void a_promise_alone_is_promised() {
        assertValid(integrated.without("proof"), Level.PROMISED);
    }

    @Test
    void a_proof_in_a_signed_checkpoint_is_integrated() {
        assertValid(integrated, Level.INTEGRATED);
        assertValid(integrated.without("promise"), Level.INTEGRATED);
    }

    @Test
    void a_named_transaction_is_anchored_and_said_to_be_a_claim() {
        Report report = assertValid(integrated.with("anchor", ANCHOR), Level.ANCHORED);

        assertThat(report.remarks()).anyMatch(remark -> remark.startsWith("the anchor is a claim"));
    }

    @Test
    void an_attested_head_is_attested_with_the_keys_that_the_ledger_holds() {
        verification = Verification.against(TestMarket.MARKET.trust().canonicalBytes());

        Report report = assertValid(attested(), Level.ATTESTED);

        assertThat(report.text()).contains("Receipt: VALID, level ATTESTED, as of tick 7 (2026-03-06T01:55:00Z)");
        assertThat(report.toJson().text("level")).isEqualTo("ATTESTED");
        assertThat(report.toJson().object("tick").integer("no")).isEqualTo(7);
        assertThat(report.checks()).extracting(Check::step).containsExactly(Step.values());
        assertThat(report.checks()).extracting(Check::outcome).containsOnly(Outcome.PASS);
    }

    @Test
    void without_a_key_of_the_log_it_could_not_be_checked() {
        verification = Verification.against(TestMarket.MARKET.trust().canonicalBytes());

        Report report = verification.verify(integrated.canonicalBytes());

        assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_CHECK);
        assertThat(report.level()).isEmpty();
        assertThat(report.text()).contains("no key of the log").contains("Receipt: COULD NOT CHECK");
    }

    @Test
    void an_attestation_of_the_same_head_may_stand_beside_the_receipt() {
        verification = Verification.against(TestMarket.MARKET.trust().canonicalBytes())
                .withAttestation(made.file().canonicalBytes());

        assertValid(integrated, Level.ATTESTED);
    }

    @Test
    void an_attestation_of_a_later_head_beside_the_receipt_gives_its_keys_only() {
        made.entries.put(TestAttestation.LHD, Optional.of(TestAttestation.head().with("size", 4)));
        verification = Verification.against(TestMarket.MARKET.trust().canonicalBytes())
                .withAttestation(made.file().canonicalBytes());

        assertValid(integrated, Level.INTEGRATED);
    }

    @Test
    void a_strangers_word_in_its_attestation_voids_no_receipt() {
        made.endorsers.put("NobodyMSP", TestMarket.peer(TestMarket.organisation("NobodyMSP", "nobody.example")));

        Report report = assertValid(attested(), Level.ATTESTED);

        assertThat(report.remarks())
                .contains("warning: an endorsement does not count: the trust file knows no organisation NobodyMSP");
    }

    @Test
    void a_bad_attestation_beside_a_receipt_voids_nothing_and_proves_nothing() {
        made.foundedTx = "b".repeat(64);
        byte[] bad = made.file().canonicalBytes();

        verification = verification.withAttestation(bad);
        Report report = assertValid(integrated, Level.INTEGRATED);
        assertThat(report.tick()).isEmpty();
        assertThat(report.remarks())
                .anyMatch(remark ->
                        remark.startsWith("warning: the attestation beside the receipt does not count: foundedTx is"));
        assertThat(outcome(report, Step.CODE)).isEqualTo(Outcome.NOT_APPLICABLE);

        verification =
                Verification.against(TestMarket.MARKET.trust().canonicalBytes()).withAttestation(bad);
        assertThat(verification.verify(integrated.canonicalBytes()).verdict()).isEqualTo(Verdict.COULD_NOT_CHECK);
    }

    @Test
    void an_attestation_of_something_else_beside_a_receipt_voids_nothing() {
        made.keys = List.of(TestAttestation.LHD, TestAttestation.LOG);
        made.entries.remove(TestAttestation.EQV);
        verification = verification.withAttestation(made.file().canonicalBytes());

        Report report = assertValid(integrated, Level.INTEGRATED);

        assertThat(report.remarks())
                .contains("warning: the attestation beside the receipt does not count: the attestation does not cover "
                        + TestAttestation.EQV);
    }

    @Test
    void an_equivocation_attested_beside_a_receipt_voids_it() {
        made.entries.put(TestAttestation.EQV, Optional.of(JsonObject.empty().with("docType", "Equivocation")));
        made.reads.put(TestAttestation.EQV, true);
        verification = verification.withAttestation(made.file().canonicalBytes());

        assertFails(integrated, Step.EQUIVOCATION, "the ledger holds an equivocation");
    }

    @Test
    void an_erased_record_keeps_its_proof() {
        Report report = assertValid(integrated.without("document", "salt"), Level.INTEGRATED);

        assertThat(outcome(report, Step.ENTRY)).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void a_key_that_was_revoked_stays_the_logs_and_the_report_says_so() {
        JsonObject key = TestAttestation.log().objects("keys").get(0).with("revokedFromSize", 3);
        made.entries.put(TestAttestation.LOG, Optional.of(TestAttestation.log().withObjects("keys", List.of(key))));

        Report report = assertValid(attested(), Level.ATTESTED);

        assertThat(report.remarks()).anyMatch(remark -> remark.startsWith("key of epoch 1 was revoked from size 3 on"));
    }

    @Test
    void a_failed_attestation_ends_the_verification() {
        made.foundedTx = "b".repeat(64);

        assertFails(attested(), Step.CODE, "foundedTx is");
    }

    @Test
    void step_10_refuses_an_attestation_that_leaves_out_the_equivocation() {
        made.keys = List.of(TestAttestation.LHD, TestAttestation.LOG);
        made.entries.remove(TestAttestation.EQV);

        assertFails(attested(), Step.ONE_ATTESTATION, "the attestation does not cover " + TestAttestation.EQV);
    }

    @Test
    void step_11_refuses_a_document_that_was_changed() {
        JsonObject document = TestLog.RECORD.with("amountMinor", 1);

        assertFails(integrated.with("document", document), Step.ENTRY, "commitment in the entry is");
    }

    @Test
    void step_11_refuses_another_salt() {
        assertFails(integrated.with("salt", "0".repeat(64)), Step.ENTRY, "commitment in the entry is");
    }

    @Test
    void step_11_refuses_a_promise_that_the_log_did_not_sign() {
        SignedPromise genuine = TestLog.promise(TestLog.PROMISE);
        Promise sooner = new Promise(TestLog.ORIGIN, 1, TestLog.ENTRY.commit(), 1_772_762_401_000L, 6);
        SignedPromise forged = new SignedPromise("market-1", TestMarket.FOUNDED_TX, sooner, 1, genuine.signature());

        assertFails(
                integrated.with("promise", forged.toJson()), Step.PROMISE, "signature of the promise does not verify");
    }

    @Test
    void step_11_refuses_a_promise_for_another_entry() {
        Promise other = new Promise(TestLog.ORIGIN, 1, new Digest("0".repeat(64)), 1_772_762_401_000L, 60);

        assertFails(
                integrated.with("promise", TestLog.promise(other).toJson()), Step.PROMISE, "commitment promised is");
    }

    @Test
    void step_11_refuses_a_promise_of_another_place() {
        Promise other = new Promise(TestLog.ORIGIN, 2, TestLog.ENTRY.commit(), 1_772_762_401_000L, 60);

        assertFails(
                integrated.with("promise", TestLog.promise(other).toJson()),
                Step.PROMISE,
                "index promised is 2, expected 1");
    }

    @Test
    void step_11_refuses_a_promise_of_an_epoch_that_the_ledger_does_not_know() {
        SignedPromise genuine = TestLog.promise(TestLog.PROMISE);
        SignedPromise other =
                new SignedPromise("market-1", TestMarket.FOUNDED_TX, TestLog.PROMISE, 2, genuine.signature());

        assertFails(attested().with("promise", other.toJson()), Step.PROMISE, "has no key of epoch 2");
    }

    @Test
    void step_11_refuses_a_promise_of_another_market() {
        SignedPromise genuine = TestLog.promise(TestLog.PROMISE);
        SignedPromise other = new SignedPromise("market-1", "b".repeat(64), TestLog.PROMISE, 1, genuine.signature());

        assertFails(integrated.with("promise", other.toJson()), Step.PROMISE, "foundedTx of the promise is");
    }

    @Test
    void step_11_refuses_a_path_to_another_root() {
        TlogProof moved =
                new TlogProof(0, TestLog.proof().path(), TestLog.proof().note());

        assertFails(
                integrated.without("promise").with("proof", moved.text()),
                Step.INCLUSION,
                "root that the path leads to is");
    }

    @Test
    void step_11_refuses_a_path_that_does_not_fit() {
        TlogProof longer = new TlogProof(
                1,
                TestLog.TREE.inclusion(1).path().subList(0, 1),
                TestLog.proof().note());

        assertFails(
                integrated.with("proof", longer.text()),
                Step.INCLUSION,
                "a path of 1 hashes does not fit index 1 of size 3");
    }

    @Test
    void step_11_refuses_a_checkpoint_signed_by_somebody_else() {
        String text = TestLog.proof().text();
        String signature = text.substring(text.lastIndexOf(' ') + 1, text.length() - 1);
        byte[] raw = StrictBase64.fromStandard(signature);
        raw[40] ^= 1;

        assertFails(
                integrated.with("proof", text.replace(signature, StrictBase64.standard(raw))),
                Step.CHECKPOINT,
                "signature of the checkpoint does not verify");
    }

    @Test
    void step_11_refuses_a_key_id_of_no_key_of_the_log() {
        String text = TestLog.proof().text();
        String signature = text.substring(text.lastIndexOf(' ') + 1, text.length() - 1);
        byte[] raw = StrictBase64.fromStandard(signature);
        raw[0] ^= 1;

        assertFails(
                integrated.with("proof", text.replace(signature, StrictBase64.standard(raw))),
                Step.CHECKPOINT,
                "no signature of the note carries the name and id of a key of --log-key");
    }

    @Test
    void step_11_refuses_a_head_other_than_the_attested_one() {
        made.entries.put(TestAttestation.LHD, Optional.of(TestAttestation.head().with("size", 4)));

        assertFails(attested(), Step.HEAD, "attested size is 4, expected 3");
    }

    @Test
    void step_11_refuses_an_attested_fork() {
        JsonObject fork = TestAttestation.head().with("rootHash", "0".repeat(64));
        made.entries.put(TestAttestation.LHD, Optional.of(fork));

        assertFails(attested(), Step.HEAD, "attested root is");
    }

    @Test
    void step_11_refuses_an_anchor_that_the_attested_head_does_not_name() {
        assertFails(
                attested().with("anchor", ANCHOR.with("txId", "d".repeat(64))),
                Step.HEAD,
                "transaction of the anchor is");
        assertFails(
                attested().with("anchor", ANCHOR.with("blockNumber", 42)),
                Step.HEAD,
                "block of the anchor is 42, expected 41");
    }

    @Test
    void step_11_refuses_a_log_with_a_recorded_equivocation() {
        made.entries.put(TestAttestation.EQV, Optional.of(JsonObject.empty().with("docType", "Equivocation")));
        made.reads.put(TestAttestation.EQV, true);

        assertFails(attested(), Step.EQUIVOCATION, "the ledger holds an equivocation");
    }

    @Test
    void a_receipt_of_another_channels_log_is_refused() {
        LogOrigin origin = new LogOrigin("ledger.example/market-2/pty-exchange/trade-0");
        Promise promise = new Promise(origin, 1, TestLog.ENTRY.commit(), 1_772_762_401_000L, 60);

        assertFails(
                integrated
                        .without("proof")
                        .with("promise", TestLog.promise(promise).toJson()),
                Step.PROMISE,
                "channel of the log is market-2, expected market-1");
    }

    @Test
    void an_entry_of_another_kind_than_the_logs_is_refused() {
        String usage = integrated.text("entry").replaceFirst("0101", "0103");

        assertFails(
                integrated.without("proof").with("entry", usage),
                Step.PROMISE,
                "an entry of kind 3 is none of a log for trade");
    }

    @Test
    void a_salt_without_a_document_is_refused() {
        assertFails(integrated.without("document"), Step.FILES, "document and salt together");
    }

    @Test
    void a_checkpoint_of_a_smaller_tree_does_not_include_the_entry() {
        Checkpoint smaller = new Checkpoint(TestLog.ORIGIN, 1, TestLog.TREE.root(1));
        TlogProof proof = new TlogProof(1, List.of(), TestLog.note(smaller));

        assertFails(integrated.with("proof", proof.text()), Step.INCLUSION, "does not fit index 1 of size 1");
    }

    private JsonObject attested() {
        return integrated.with("anchor", ANCHOR).with("attestation", made.file());
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
        assertThat(report.level()).isEmpty();
        assertThat(report.checks())
                .filteredOn(check -> check.outcome() == Outcome.FAIL)
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.step()).isEqualTo(step);
                    assertThat(check.why()).contains(why);
                });
    }

    private static Outcome outcome(Report report, Step step) {
        return report.checks().stream()
                .filter(check -> check.step() == step)
                .map(Check::outcome)
                .findFirst()
                .orElseThrow();
    }
}
