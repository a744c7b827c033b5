package io.provenant.gateway.log;

import static io.provenant.gateway.log.TestLog.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.provenant.gateway.log.LogTrouble.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorLoopTest {

    @TempDir
    Path folder;

    private final FakeLedger ledger = new FakeLedger();
    private Log log;
    private AnchorLoop loop;

    @BeforeEach
    void start() {
        log = TestLog.open(folder);
        Anchoring anchoring = new Anchoring(log, ledger, () -> new AnchorPolicy(Duration.ZERO, 1), Clock.systemUTC());
        loop = AnchorLoop.start(anchoring, log.origin(), Duration.ofMillis(5));
    }

    @AfterEach
    void stop() {
        loop.close();
        log.close();
    }

    @Test
    void anchors_by_itself_and_has_nothing_to_say() {
        log.accept(day(0, 3), false);

        await().until(() -> log.state(2) == ReceiptState.ATTESTED);
        assertThat(loop.trouble()).isEmpty();
    }

    @Test
    void a_ledger_that_is_away_is_waited_for() {
        survives(Kind.LEDGER_AWAY, () -> {
            throw new AnchorUnavailableException("no answer", new TimeoutException("35 s"));
        });
    }

    @Test
    void a_refusal_is_shown_with_its_codes_and_tried_again() {
        survives(Kind.REFUSED, () -> {
            throw new AnchorRefusedException("PARTY_NOT_ACTIVE: a party is not active");
        });
    }

    @Test
    void a_database_that_fails_does_not_end_the_loop() {
        survives(Kind.FAILED, () -> {
            throw new IllegalStateException("the database does not answer");
        });
    }

    @Test
    void a_library_that_breaks_with_an_error_does_not_end_the_loop() {
        survives(Kind.FAILED, () -> {
            throw new NoClassDefFoundError("a class of a library");
        });
    }

    private void survives(Kind kind, FakeLedger.Fault fault) {
        ledger.strike(fault);
        log.accept(day(0, 3), false);
        await().until(() -> loop.trouble().isPresent());
        assertThat(loop.trouble().orElseThrow().kind()).isEqualTo(kind);
        assertThat(loop.trouble().orElseThrow().isStopped()).isFalse();

        ledger.strike(() -> {});

        await().until(() -> log.state(2) == ReceiptState.ATTESTED);
        await().until(() -> loop.trouble().isEmpty());
        assertThat(ledger.sizes()).containsExactly(3L);
    }

    @Test
    void a_disk_that_takes_no_checkpoint_is_tried_again() throws IOException {
        Path inTheWay = folder.resolve("checkpoint.json.new");
        await().ignoreException(FileAlreadyExistsException.class) // the loop writes its first one just now
                .until(() -> Files.isDirectory(Files.createDirectory(inTheWay)));
        log.accept(day(0, 3), false);
        await().until(() ->
                loop.trouble().filter(found -> found.kind() == Kind.DISK).isPresent());

        Files.delete(inTheWay);

        await().until(() -> log.state(2) == ReceiptState.ATTESTED);
        await().until(() -> loop.trouble().isEmpty());
    }

    @Test
    void a_head_that_is_not_ours_stops_it_for_good() {
        log.accept(day(0, 3), false);
        await().until(() -> log.state(2) == ReceiptState.ATTESTED);
        ledger.fork(1);
        await().until(() -> loop.trouble().isPresent());
        LogTrouble trouble = loop.trouble().orElseThrow();

        assertThat(trouble.isStopped()).isTrue();
        assertThat(trouble.cause()).startsWith("the root of").contains("at size 1");
        assertThat(trouble.toJson(true).text("code")).isEqualTo("log-damaged");
        assertThatThrownBy(() -> log.accept(day(3, 5), false)).isInstanceOf(LogStoppedException.class);
        await().during(Duration.ofMillis(100)).until(() -> log.size() == 3 && log.integratedSize() == 3);
        assertThat(loop.trouble()).contains(trouble);
    }
}
