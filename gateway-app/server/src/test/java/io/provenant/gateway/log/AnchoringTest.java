package io.provenant.gateway.log;

import static io.provenant.gateway.log.TestLog.DAY;
import static io.provenant.gateway.log.TestLog.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.log.FakeLedger.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchoringTest {

    private static final AnchorPolicy AT_ONCE = new AnchorPolicy(Duration.ZERO, 1);

    @TempDir
    Path folder;

    private final FakeLedger ledger = new FakeLedger();

    @Test
    void a_receipt_grows_from_promised_to_attested() throws Exception {
        try (Log log = TestLog.open(folder)) {
            log.accept(day(0, 3), false);
            assertThat(log.state(1)).isEqualTo(ReceiptState.PROMISED);
            assertThat(log.receipt(1).has("proof")).isFalse();

            log.integrate();
            assertThat(log.state(1)).isEqualTo(ReceiptState.INTEGRATED);
            assertThat(log.receipt(1).text("proof")).startsWith("c2sp.org/tlog-proof@v1\nindex 1\n");

            ledger.fail(Failure.ATTEST);
            assertThatThrownBy(() -> anchoring(log).step()).isInstanceOf(AnchorUnavailableException.class);
            assertThat(log.state(1)).isEqualTo(ReceiptState.ANCHORED);
            assertThat(log.receipt(1).object("anchor").text("txId")).isEqualTo("tx-3");

            anchoring(log).step();
            assertThat(log.state(1)).isEqualTo(ReceiptState.ATTESTED);
            assertThat(log.receipt(1).object("attestation").texts("keys"))
                    .containsExactly(
                            "EQV!" + GoldenLogTest.ORIGIN,
                            "LHD!" + GoldenLogTest.ORIGIN,
                            "LOG!" + GoldenLogTest.ORIGIN);
            assertThat(ledger.sizes()).containsExactly(3L);
        }
    }

    @Test
    void each_receipt_keeps_the_first_head_that_was_attested_for_it() throws Exception {
        try (Log log = TestLog.open(folder)) {
            for (int from = 0; from < 50; from += 10) {
                log.accept(day(from, from + 10), false);
                anchoring(log).step();
            }

            assertThat(ledger.sizes()).containsExactly(10L, 20L, 30L, 40L, 50L);
            for (int index = 0; index < 50; index++) {
                JsonObject receipt = log.receipt(index);
                long expected = index / 10 * 10L + 10;
                assertThat(receipt.object("attestation").integer("size")).isEqualTo(expected);
                assertThat(receipt.text("proof").lines()).contains(Long.toString(expected));
            }
        }
    }

    @Test
    void anchors_after_so_long_or_so_many_and_never_without_anything_new() throws Exception {
        Instant start = Instant.parse("2026-03-06T10:00:00Z");
        SteppedClock clock = new SteppedClock(start);
        try (Log log = TestLog.open(folder)) {
            Anchoring anchoring = new Anchoring(log, ledger, () -> new AnchorPolicy(Duration.ofSeconds(5), 20), clock);

            assertThat(anchoring.step()).isFalse();
            log.accept(day(0, 1), false);
            assertThat(anchoring.step()).isTrue();

            log.accept(day(1, 2), false);
            clock.advance(Duration.ofMillis(4999));
            assertThat(anchoring.step()).isFalse();
            assertThat(log.state(1)).isEqualTo(ReceiptState.INTEGRATED);
            clock.advance(Duration.ofMillis(1));
            assertThat(anchoring.step()).isTrue();

            log.accept(day(2, 22), false);
            assertThat(anchoring.step()).isTrue();
            clock.advance(Duration.ofHours(1));
            assertThat(anchoring.step()).isFalse();
        }
    }

    @Test
    void an_advance_whose_outcome_is_unknown_is_noted_or_sent_again() throws Exception {
        try (Log log = TestLog.open(folder)) {
            log.accept(day(0, 3), false);
            ledger.fail(Failure.AFTER_COMMIT);
            assertThatThrownBy(() -> anchoring(log).step()).isInstanceOf(AnchorUnavailableException.class);
            assertThat(anchoring(log).step()).isFalse();
            assertThat(log.state(2)).isEqualTo(ReceiptState.ATTESTED);

            log.accept(day(3, 5), false);
            ledger.fail(Failure.BEFORE_COMMIT);
            assertThatThrownBy(() -> anchoring(log).step()).isInstanceOf(AnchorUnavailableException.class);
            assertThat(anchoring(log).step()).isTrue();

            assertThat(ledger.sizes()).containsExactly(3L, 5L);
        }
    }

    @Test
    void a_log_killed_at_any_point_goes_on_without_losing_or_doubling_a_record() throws Exception {
        Path alive = folder.resolve("0");
        int generation = 0;
        for (Failure failure : Failure.values()) {
            Path killed = folder.resolve(Integer.toString(++generation));
            try (Log log = TestLog.open(alive)) {
                log.accept(day(0, generation * 5), false);
                ledger.fail(failure);
                try {
                    anchoring(log).step();
                } catch (AnchorUnavailableException expected) {
                    assertThat(failure).isNotEqualTo(Failure.NONE);
                }
                log.accept(day(0, generation * 5 + 2), false);
                TestLog.killedCopy(alive, killed);
            }
            alive = killed;
        }

        try (Log log = TestLog.open(alive)) {
            anchoring(log).step();
            assertThat(log.size()).isEqualTo(generation * 5 + 2);
            for (int index = 0; index < log.size(); index++) {
                assertThat(log.receipt(index).object("document").canonical()).isEqualTo(DAY.get(index));
                assertThat(log.state(index)).isEqualTo(ReceiptState.ATTESTED);
            }
        }
    }

    @Test
    void a_ledger_that_holds_another_head_stops_the_log() throws IOException {
        try (Log log = TestLog.open(folder)) {
            log.accept(day(0, 3), false);
            ledger.fork(2);
            assertThatThrownBy(() -> anchoring(log).step())
                    .isInstanceOf(LogCorruptException.class)
                    .hasMessageContaining("at size 2");
            assertThatThrownBy(() -> anchoring(log).step())
                    .isInstanceOf(LogStoppedException.class)
                    .hasMessageContaining("at size 2");
        }
    }

    @Test
    void a_lost_or_damaged_tree_is_made_again_from_the_vault() throws Exception {
        try (Log log = TestLog.open(folder)) {
            log.accept(day(0, 40), false);
            anchoring(log).step();
        }
        Path tree = folder.resolve("tree.hashes");
        byte[] bytes = Files.readAllBytes(tree);
        bytes[100] ^= 1;
        Files.write(tree, bytes);

        try (Log log = TestLog.open(folder)) {
            log.accept(day(40, 50), false);
            assertThat(anchoring(log).step()).isTrue();
        }
        Files.delete(tree);
        try (Log log = TestLog.open(folder)) {
            log.accept(day(50, 60), false);
            assertThat(anchoring(log).step()).isTrue();
        }
    }

    @Test
    void a_log_that_signed_more_than_its_vault_holds_does_not_open() throws Exception {
        Path old = folder.resolve("old");
        try (Log log = TestLog.open(folder.resolve("log"))) {
            log.accept(day(0, 3), false);
            TestLog.killedCopy(folder.resolve("log"), old);
            log.accept(day(3, 6), false);
            log.integrate();
        }
        Files.copy(
                folder.resolve("log/checkpoint.json"),
                old.resolve("checkpoint.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> TestLog.open(old))
                .isInstanceOf(LogCorruptException.class)
                .hasMessageContaining("signed a head of 6 records, its vault holds 3");
    }

    @Test
    void a_torn_line_of_the_anchors_is_noted_again_from_the_ledger() throws Exception {
        Path journal = folder.resolve("anchors.ndjson");
        try (Log log = TestLog.open(folder)) {
            log.accept(day(0, 3), false);
            anchoring(log).step();
        }
        byte[] whole = Files.readAllBytes(journal);
        for (int length = 0; length < whole.length; length += 13) {
            Files.write(journal, java.util.Arrays.copyOf(whole, length));
            try (Log log = TestLog.open(folder)) {
                anchoring(log).step();
                assertThat(log.state(2)).as("torn at %d", length).isEqualTo(ReceiptState.ATTESTED);
            }
        }
        assertThat(ledger.sizes()).containsExactly(3L);
    }

    private Anchoring anchoring(Log log) {
        return new Anchoring(log, ledger, () -> AT_ONCE, Clock.systemUTC());
    }

    private static final class SteppedClock extends Clock {

        private Instant now;

        SteppedClock(Instant now) {
            this.now = now;
        }

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
