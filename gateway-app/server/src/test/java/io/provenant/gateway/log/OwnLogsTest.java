package io.provenant.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.vault.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnLogsTest {

    private static final byte[] SEED = GoldenLogTest.range(64);
    private static final String ORIGIN = GoldenLogTest.ORIGIN.value();

    @TempDir
    Path folder;

    private Optional<LogRegistry.Entry> onLedger = Optional.empty();
    private Runnable beforeAnchoring = () -> {};
    private Runnable beforeLooking = () -> {};

    @Test
    void a_log_opens_once_the_ledger_shows_it_open_under_the_key_that_lies_here() {
        try (OwnLogs logs = logs()) {
            assertThat(logs.find(ORIGIN)).isEmpty();
            assertThat(state(logs).isOpen()).isFalse();
            assertThat(state(logs).says()).contains("send log:open with the public key");

            onLedger = Optional.of(registered(publicKey(SEED), 3));

            Log log = logs.find(ORIGIN).orElseThrow();
            assertThat(log.key().keyEpoch()).isEqualTo(3);
            assertThat(logs.find(ORIGIN)).containsSame(log);
            assertThat(state(logs).isOpen()).isTrue();
        }
    }

    @Test
    void a_log_that_the_ledger_knows_under_another_key_stays_closed_and_says_so() {
        onLedger = Optional.of(registered(publicKey(GoldenLogTest.range(7)), 1));

        try (OwnLogs logs = logs()) {
            assertThat(logs.find(ORIGIN)).isEmpty();
            assertThat(state(logs).says()).contains("under other keys");
        }
    }

    @Test
    void a_revoked_key_opens_nothing() {
        LogRegistry.Entry entry = registered(publicKey(SEED), 1);
        JsonObject revoked = entry.record().objects("keys").get(0).with("revokedFromSize", 9);
        onLedger = Optional.of(
                new LogRegistry.Entry(entry.market(), entry.record().withObjects("keys", List.of(revoked))));

        try (OwnLogs logs = logs()) {
            assertThat(logs.find(ORIGIN)).isEmpty();
        }
    }

    @Test
    void a_log_whose_files_are_damaged_stays_closed_and_says_why() throws IOException {
        onLedger = Optional.of(registered(publicKey(SEED), 1));
        try (OwnLogs logs = logs()) {
            logs.find(ORIGIN).orElseThrow().accept(TestLog.day(0, 5), false);
            logs.find(ORIGIN).orElseThrow().integrate();
        }
        damageOneByte();

        try (OwnLogs logs = logs()) {
            assertThat(logs.find(ORIGIN)).isEmpty();
            assertThat(state(logs).says()).startsWith("does not open: ");
        }
    }

    @Test
    void a_log_that_cannot_be_anchored_is_closed_again_and_opens_at_the_next_look() {
        onLedger = Optional.of(registered(publicKey(SEED), 1));
        beforeAnchoring = () -> {
            throw new IllegalStateException("the database does not answer");
        };
        try (OwnLogs logs = logs()) {
            assertThat(logs.find(ORIGIN)).isEmpty();
            assertThat(state(logs).trouble().orElseThrow().kind()).isEqualTo(LogTrouble.Kind.FAILED);

            beforeAnchoring = () -> {};

            assertThat(logs.find(ORIGIN)).isPresent();
            assertThat(state(logs).trouble()).isEmpty();
            assertThat(state(logs).says()).isEqualTo("open");
        }
    }

    @Test
    void whoever_asks_for_a_log_while_a_look_at_the_ledger_hangs_is_told_soon_that_it_is_not_open() {
        Optional<Log> found = askedWhileALookHangs(logs -> logs.find(ORIGIN));

        assertThat(found).isEmpty();
    }

    @Test
    void how_far_a_log_is_can_be_asked_while_a_look_at_the_ledger_hangs() {
        OwnLogs.State asked = askedWhileALookHangs(OwnLogsTest::state);

        assertThat(asked.isOpen()).isFalse();
    }

    private <T> T askedWhileALookHangs(Function<OwnLogs, T> question) {
        CompletableFuture<Void> hangs = new CompletableFuture<>();
        CompletableFuture<Void> ends = new CompletableFuture<>();
        beforeLooking = () -> {
            hangs.complete(null);
            ends.join();
        };
        try (OwnLogs logs = logs()) {
            CompletableFuture<Void> look = CompletableFuture.runAsync(logs::openAll);
            hangs.join();
            try {
                return CompletableFuture.supplyAsync(() -> question.apply(logs))
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join();
            } finally {
                ends.complete(null);
                look.join();
            }
        }
    }

    @Test
    void what_the_settings_do_not_name_is_no_log_of_ours() {
        try (OwnLogs logs = logs()) {
            assertThat(logs.find("ledger.example/market-1/pty-exchange/trade-9"))
                    .isEmpty();
            assertThat(logs.state("ledger.example/market-1/pty-exchange/trade-9"))
                    .isEmpty();
            assertThat(logs.ofPurpose("trade")).contains(ORIGIN);
            assertThat(logs.ofPurpose("lineage")).isEmpty();
        }
    }

    private void damageOneByte() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("vault"))) {
            Path segment = files.max(
                            Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(segment);
            bytes[bytes.length / 2] ^= 1;
            Files.write(segment, bytes);
        }
    }

    private OwnLogs logs() {
        OwnLog.Opening opening = new OwnLog.Opening() {
            @Override
            public Log open(LogRegistry.Entry entry, LogKey key) {
                return Log.open(
                        folder,
                        MasterKey.of(GoldenLogTest.range(0)),
                        LogSettings.of(GoldenLogTest.ORIGIN, entry.market(), entry.maxDelayS()),
                        key,
                        new TradeRecordFormat("pty-exchange"),
                        Clock.systemUTC());
            }

            @Override
            public AnchorLoop anchor(Log log) {
                beforeAnchoring.run();
                Anchoring anchoring = new Anchoring(log, new FakeLedger(), AnchorPolicy::usual, Clock.systemUTC());
                return AnchorLoop.start(anchoring, log.origin(), java.time.Duration.ofDays(1));
            }
        };
        return new OwnLogs(List.of(new OwnLog(GoldenLogTest.ORIGIN, SEED, origin -> looked(), opening)));
    }

    private Optional<LogRegistry.Entry> looked() {
        beforeLooking.run();
        return onLedger;
    }

    private static OwnLogs.State state(OwnLogs logs) {
        return logs.state(ORIGIN).orElseThrow();
    }

    private static LogRegistry.Entry registered(String publicKey, int keyEpoch) {
        JsonObject key = JsonObject.empty().with("keyEpoch", keyEpoch).with("publicKey", publicKey);
        return new LogRegistry.Entry(
                GoldenLogTest.MARKET, JsonObject.empty().with("maxDelayS", 60).withObjects("keys", List.of(key)));
    }

    private static String publicKey(byte[] seed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new SeedLogKey(1, seed).publicKey());
    }
}
