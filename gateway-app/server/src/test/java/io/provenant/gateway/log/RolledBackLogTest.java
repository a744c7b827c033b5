package io.provenant.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.provenant.gateway.log.LogTrouble.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log's folder that was restored from a copy older than its head on the ledger, and a head that nobody can ask for. */
class RolledBackLogTest {

    private static final AnchorPolicy AT_ONCE = new AnchorPolicy(Duration.ZERO, 1);

    @TempDir
    Path folder;

    private final FakeLedger ledger = new FakeLedger();
    private Path live;
    private Path backup;

    @BeforeEach
    void anchor_ten_records_copy_the_folder_and_anchor_ten_more() throws Exception {
        live = Files.createDirectory(folder.resolve("live"));
        backup = folder.resolve("backup");
        try (Log log = TestLog.open(live)) {
            log.accept(TestLog.day(0, 10), false);
            anchoring(log).step();
            TestLog.killedCopy(live, backup);
            log.accept(TestLog.day(10, 20), false);
            anchoring(log).step();
        }
    }

    @Test
    void a_log_behind_its_head_on_the_ledger_promises_nothing_and_signs_nothing() {
        try (Log log = TestLog.openUnchecked(backup);
                AnchorLoop loop = loop(log)) {
            SignedCheckpoint signed = log.latest().orElseThrow();

            assertThatThrownBy(() -> log.accept(TestLog.day(50, 70), false)).isInstanceOf(LogStoppedException.class);

            assertThatThrownBy(log::integrate).isInstanceOf(LogStoppedException.class);
            assertThatThrownBy(() -> log.receipt(3)).isInstanceOf(LogStoppedException.class);
            assertThat(log.size()).isEqualTo(10);
            assertThat(log.latest()).contains(signed);
            assertThat(log.trouble().orElseThrow().kind()).isEqualTo(Kind.DAMAGED);
            assertThat(loop.trouble().orElseThrow().cause()).contains("20 leaves, the log here 10");
        }
    }

    @Test
    void a_journal_of_anchors_that_is_newer_than_the_records_hides_nothing() throws IOException {
        Files.copy(
                live.resolve("anchors.ndjson"),
                backup.resolve("anchors.ndjson"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        try (Log log = TestLog.openUnchecked(backup);
                AnchorLoop loop = loop(log)) {
            assertThat(loop.trouble().orElseThrow().isStopped()).isTrue();
            assertThatThrownBy(() -> log.accept(TestLog.day(50, 70), false)).isInstanceOf(LogStoppedException.class);
        }
    }

    @Test
    void while_nobody_can_say_what_the_head_is_nothing_is_taken_in_or_signed_and_then_all_of_it() {
        ledger.hide(() -> {
            throw new AnchorUnavailableException("no answer", new TimeoutException("35 s"));
        });
        try (Log log = TestLog.openUnchecked(live);
                AnchorLoop loop = loop(log)) {
            assertThatThrownBy(() -> log.accept(TestLog.day(20, 30), false)).isInstanceOf(LogUncheckedException.class);
            assertThatThrownBy(log::integrate).isInstanceOf(LogUncheckedException.class);
            assertThatThrownBy(() -> log.receipt(3)).isInstanceOf(LogUncheckedException.class);
            assertThat(log.size()).isEqualTo(20);
            assertThat(loop.trouble().orElseThrow().kind()).isEqualTo(Kind.UNCHECKED);

            ledger.hide(() -> {});

            await().until(() -> loop.trouble().isEmpty());
            assertThat(log.accept(TestLog.day(20, 30), false).promised()).hasSize(10);
        }
    }

    @Test
    void a_ledger_that_goes_away_later_stops_no_intake() {
        try (Log log = TestLog.openUnchecked(live);
                AnchorLoop loop = loop(log)) {
            ledger.hide(() -> {
                throw new AnchorUnavailableException("no answer", new TimeoutException("35 s"));
            });

            assertThat(log.accept(TestLog.day(20, 30), false).promised()).hasSize(10);

            await().until(() -> log.state(29) == ReceiptState.INTEGRATED);
            await().until(() -> loop.trouble()
                    .filter(found -> found.kind() == Kind.LEDGER_AWAY)
                    .isPresent());
        }
    }

    private AnchorLoop loop(Log log) {
        return AnchorLoop.start(anchoring(log), log.origin(), Duration.ofMillis(20));
    }

    private Anchoring anchoring(Log log) {
        return new Anchoring(log, ledger, () -> AT_ONCE, Clock.systemUTC());
    }
}
