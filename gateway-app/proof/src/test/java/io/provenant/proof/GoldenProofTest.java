package io.provenant.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.merkle.Checkpoint;
import io.provenant.proof.note.LogPublicKey;
import io.provenant.proof.note.SignedNote;
import io.provenant.proof.promise.SignedPromise;
import io.provenant.proof.receipt.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The bytes of domain 3a.18 (e), (f) and (g). */
class GoldenProofTest {

    private static final Checkpoint SEVEN = new Checkpoint(
            TestLog.ORIGIN, 7, new Digest("9eab1581b2b52107e2babf2bf2d0e119120d4a6b0ba664cf54248bd2e0006825"));

    @Test
    void the_log_key_and_its_c2sp_form() {
        String text = "ledger.example/market-1/pty-exchange/trade-0+23475c41+"
                + "AU/QmczUfXiT3+nsJEFOyw2bVCAjKq0w2RxGW+M8vmXE";

        assertThat(TestLog.KEY.hex()).isEqualTo("4fd099ccd47d7893dfe9ec24414ecb0d9b5420232aad30d91c465be33cbe65c4");
        assertThat(TestLog.KEY.text(TestLog.DIGESTS)).isEqualTo(text);
        assertThat(LogPublicKey.parse(text, TestLog.DIGESTS)).isEqualTo(TestLog.KEY);
    }

    @Test
    void the_signed_note_of_seven_leaves() {
        SignedNote note = TestLog.note(SEVEN);

        assertThat(note.signatures())
                .singleElement()
                .satisfies(line -> assertThat(line.signature())
                        .isEqualTo("12ecabe9e4619e68eb38609716e5006b19394a2ef6f1a569d3256e8fab3f954f"
                                + "956f35671cbc70483e32c3b87ce44beef66fab3927515cb5ef5acc0966cc8f0a"));
        assertThat(sha256(note.text())).isEqualTo("3f4a995c3043730985653ee3f4210f110fd90bbc295c7bd7e1407ec207ad0afa");
        assertThat(SignedNote.parse(note.text())).isEqualTo(note);
    }

    @Test
    void the_promise_and_its_file() {
        SignedPromise file = TestLog.promise(TestLog.PROMISE);

        assertThat(sha256(TestLog.PROMISE.toJson().canonical()))
                .isEqualTo("66907017377603f10d66fac058ab2b6c46291c62de892f7e969158a38b3f2736");
        assertThat(TestLog.DIGESTS.digest(SignedPromise.signedBytes("market-1", "a".repeat(64), TestLog.PROMISE)))
                .hasToString("264fe00666a18ec1c14453b701c07c9e888843e3595fa7cdf73c8f9699af210d");
        assertThat(file.toJson().canonicalBytes()).hasSize(453);
        assertThat(sha256(file.toJson().canonical()))
                .isEqualTo("999bc9c038261c13401a405cf9ff5c017ff8a359795b8fd9eca0fcf7327a4322");
    }

    @Test
    void the_receipt_of_the_second_of_three_entries() {
        JsonObject receipt = TestLog.receipt().toJson();

        assertThat(TestLog.TREE.root()).hasToString("e8b062da9f9543efd5a8ac670801bf74b7b642a7eeffe9946c08a111af9ddb96");
        assertThat(receipt.canonicalBytes()).hasSize(1685);
        assertThat(sha256(receipt.canonical()))
                .isEqualTo("9d30039502fda29e1ea3ba0b428121c7952fda1e4631d3a21eee156944f3caf7");
        assertThat(Receipt.parse(receipt).toJson()).isEqualTo(receipt);
    }

    @Test
    void the_answer_of_attest_over_the_head_of_seven_leaves() {
        JsonObject head = StrictJsonReader.parseObject("{\"byMsp\":\"ExchangeMSP\",\"byParty\":\"pty-exchange\","
                + "\"byRole\":\"log.operator\",\"createdMs\":1772416800000,\"docType\":\"LogHead\","
                + "\"effectiveMs\":1772762405000,\"keyEpoch\":1,\"lastMs\":1772762405000,\"rev\":3,"
                + "\"schemaVersion\":\"1.0.0\",\"size\":7}");
        TestAttestation made = new TestAttestation();
        made.entries.clear();
        made.entries.put(TestAttestation.EQV, Optional.empty());
        made.entries.put(
                TestAttestation.LHD,
                Optional.of(head.with("id", TestLog.ORIGIN.value())
                        .with("checkpointHash", SEVEN.hash(TestLog.DIGESTS).hex())
                        .with("rootHash", SEVEN.rootHash().hex())
                        .with("createdTx", "b".repeat(64))
                        .with("updatedTx", "c".repeat(64))));

        assertThat(sha256(made.answerJson().canonical()))
                .isEqualTo("7ec11174b514a2a14ba314d2cbe9d368956e65242462522525defeb09170af67");
    }

    private static String sha256(String text) {
        return TestLog.DIGESTS.digest(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
