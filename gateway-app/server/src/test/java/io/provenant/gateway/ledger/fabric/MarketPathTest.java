package io.provenant.gateway.ledger.fabric;

import static io.provenant.gateway.testing.TestMarket.ASSOCIATION;
import static io.provenant.gateway.testing.TestMarket.EXCHANGE;
import static io.provenant.gateway.testing.TestMarket.REGULATOR;
import static io.provenant.gateway.testing.TestMarket.committed;
import static io.provenant.gateway.testing.TestMarket.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.provenant.anchor.TradeLog;
import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.Dispatcher;
import io.provenant.dispatch.Invocation;
import io.provenant.dispatch.Invoker;
import io.provenant.dispatch.RecordTypes;
import io.provenant.dispatch.Result;
import io.provenant.dispatch.Write;
import io.provenant.gateway.generator.TradeDay;
import io.provenant.gateway.index.AuditRow;
import io.provenant.gateway.index.AuditSubject;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.index.Lookup;
import io.provenant.gateway.index.RecordVersion;
import io.provenant.gateway.index.SliceRequest;
import io.provenant.gateway.index.postgres.IndexSettings;
import io.provenant.gateway.index.postgres.IndexStore;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.commit.MemoryOutbox;
import io.provenant.gateway.log.AnchorLedger;
import io.provenant.gateway.log.AnchorPolicy;
import io.provenant.gateway.log.AnchorRefusedException;
import io.provenant.gateway.log.Anchoring;
import io.provenant.gateway.log.JdkDigests;
import io.provenant.gateway.log.Log;
import io.provenant.gateway.log.LogSettings;
import io.provenant.gateway.log.MarketId;
import io.provenant.gateway.log.ReceiptState;
import io.provenant.gateway.log.SeedLogKey;
import io.provenant.gateway.log.TradeRecordFormat;
import io.provenant.gateway.testing.TestMarket;
import io.provenant.gateway.testing.TestPostgres;
import io.provenant.gateway.vault.MasterKey;
import io.provenant.ledger.Role;
import io.provenant.merkle.LogOrigin;
import io.provenant.proof.crypto.BouncyCastleSignatures;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real market wrote, as the index shows it, and a log anchored on it. */
class MarketPathTest {

    private static final LogOrigin ORIGIN = new LogOrigin("ledger.example/market-1/pty-exchange/trade-0");

    @TempDir
    static Path folder;

    private static HikariDataSource database;
    private static TestMarket market;
    private static FabricLedgerClient exchange;
    private static FabricLedgerClient regulator;
    private static FabricLedgerClient association;
    private static Index index;

    @BeforeAll
    static void found() {
        database = TestPostgres.database();
        market = TestMarket.start(folder);
        IndexStore store = IndexStore.open(database, database, RecordTypes.all(), Commands.all());
        exchange = market.client(TestMarket.settings(EXCHANGE), new MemoryOutbox(), store.feeder());
        regulator = market.client(REGULATOR, new MemoryOutbox());
        association = market.client(ASSOCIATION, new MemoryOutbox());
        index = store.queries(new IndexSettings(EXCHANGE, List.of()), exchange::height);
        TestMarket.found(exchange, regulator, association);
    }

    @AfterAll
    static void stop() {
        List.of(exchange, regulator, association).forEach(FabricLedgerClient::close);
        market.close();
        database.close();
    }

    @Test
    void the_audit_of_a_party_shows_founding_approvals_and_what_it_declared() {
        Submission.Committed declared =
                committed(exchange.submit(TestMarket.provider(), TestMarket.declaration("ast-audited")));
        indexed(declared);

        List<AuditRow> rows = index.audit(
                        new AuditSubject(AuditSubject.Kind.PARTY, "pty-exchange"),
                        new SliceRequest(500, Optional.empty()))
                .items();

        AuditRow asset = rows.stream()
                .filter(row -> row.key().equals("AST!ast-audited"))
                .findFirst()
                .orElseThrow();
        assertThat(asset.fact()).isEqualTo("DataAsset.DECLARED");
        assertThat(asset.written().txId()).isEqualTo(declared.txId());
        assertThat(asset.written().blockNumber()).isEqualTo(declared.blockNumber());
        assertThat(asset.written().mspId()).isEqualTo(EXCHANGE);
        assertThat(asset.written().partyId()).contains("pty-exchange");
        assertThat(asset.written().role()).contains("provider.officer");
        assertThat(asset.written().command()).isEqualTo("asset:declare");
        assertThat(rows).extracting(AuditRow::key).contains("PTY!pty-exchange", "UID!msp!ExchangeMSP");
        assertThat(rows).anyMatch(row -> row.key().startsWith("APR!MKT!founding!"));
        // The rule sections have no author inside; who sent them is known from the certificate all the same.
        assertThat(rows).anyMatch(row -> row.key().startsWith("RUS!"));
    }

    @Test
    void every_key_of_the_ledger_is_in_the_index_with_the_value_that_peers_attest() throws Exception {
        indexed(committed(exchange.submit(TestMarket.provider(), TestMarket.declaration("ast-attested"))));

        for (String key : List.of("AST!ast-attested", "MKT!founding", "RHD!MARKET", "TIK!market")) {
            JsonObject answer =
                    exchange.evaluate("attest", JsonObject.empty().with("keys", JsonArray.ofTexts(List.of(key))));
            JsonObject value = answer.object("attest").objects("entries").get(0).object("value");
            assertThat(index.record(key))
                    .isInstanceOfSatisfying(
                            Lookup.Found.class,
                            found -> assertThat(((RecordVersion) found.value()).value())
                                    .contains(value));
        }
    }

    @Test
    void a_preview_on_the_index_says_what_the_peers_will_say() {
        LedgerCommand declaration = TestMarket.declaration("ast-preview");
        Result before = preview(declaration);
        Submission.Committed done = committed(exchange.submit(TestMarket.provider(), declaration));
        indexed(done);
        Result after = preview(declaration);

        assertThat(((Result.Success) before).writes())
                .extracting(write -> ((Write.Put) write).key())
                .containsExactlyElementsOf(
                        done.writes().stream().map(write -> write.text("key")).toList());
        assertThat(((Result.Refusal) after).message()).startsWith("ALREADY_EXISTS: ");
    }

    @Test
    void a_log_is_anchored_and_its_receipts_are_attested() throws Exception {
        SeedLogKey key = new SeedLogKey(1, new byte[32]);
        open(key);
        AnchorLedger anchors = new LedgerAnchors(exchange);
        String foundedTx = ((RecordVersion) ((Lookup.Found<?>) index.record("MKT!founding")).value())
                .value()
                .orElseThrow()
                .text("foundedTx");
        try (Log log = Log.open(
                folder.resolve("log"),
                MasterKey.of(new byte[32]),
                LogSettings.of(ORIGIN, new MarketId(TestMarket.CHANNEL, foundedTx), 60),
                key,
                new TradeRecordFormat("pty-exchange"),
                Clock.systemUTC())) {
            Anchoring anchoring =
                    new Anchoring(log, anchors, () -> new AnchorPolicy(Duration.ZERO, 1), Clock.systemUTC());
            List<String> day = new TradeDay(7, LocalDate.of(2026, 3, 6), 20).records();
            anchoring.compare();
            accept(log, day.subList(0, 10));
            assertThat(anchoring.step()).isTrue();
            accept(log, day.subList(10, 20));
            assertThat(anchoring.step()).isTrue();
            assertThat(anchoring.step()).isFalse();

            assertThat(log.state(3)).isEqualTo(ReceiptState.ATTESTED);
            assertThat(log.state(13)).isEqualTo(ReceiptState.ATTESTED);
            AnchorLedger.Head head = anchors.head(ORIGIN);
            assertThat(head.size()).isEqualTo(20);
            assertThat(log.receipt(13).object("anchor").text("txId")).isEqualTo(head.txId());
            assertThat(log.receipt(13).object("anchor").integer("blockNumber")).isEqualTo(head.blockNumber());
            assertThatThrownBy(() -> anchors.advance(forged()))
                    .isInstanceOf(AnchorRefusedException.class)
                    .hasMessageStartingWith("CHECKPOINT_SIGNATURE: ");
        }
    }

    private static void open(SeedLogKey key) {
        JsonObject body = TradeLog.opening(
                ORIGIN.value(), "TRADE", Base64.getUrlEncoder().withoutPadding().encodeToString(key.publicKey()));
        JsonObject subject = JsonObject.empty().with("command", "log:open").with("body", body);
        committed(regulator.submit(
                person(REGULATOR, Role.REGULATOR_OFFICER),
                LedgerCommand.of("approve", JsonObject.of("subject", subject))));
        committed(exchange.submit(person(EXCHANGE, Role.LOG_OPERATOR), LedgerCommand.of("log:open", body)));
    }

    private static JsonObject forged() {
        return JsonObject.empty()
                .with("origin", ORIGIN.value())
                .with("size", 21)
                .with("rootHash", "0".repeat(64))
                .with("keyEpoch", 1)
                .with("signature", Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]))
                .with("headRow", false)
                .withTexts("proof", List.of());
    }

    private static void accept(Log log, List<String> lines) {
        byte[] ndjson = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        log.accept(new ByteArrayInputStream(ndjson), false);
        log.integrate();
    }

    private static Result preview(LedgerCommand command) {
        Dispatcher dispatcher =
                new Dispatcher(Commands.all(), new JdkDigests(), new BouncyCastleSignatures(), "0".repeat(64));
        Invocation call = new Invocation(
                TestMarket.CHANNEL,
                "f".repeat(64),
                System.currentTimeMillis(),
                new Invoker(
                        EXCHANGE,
                        Optional.of("pty-exchange"),
                        Optional.of("provider.officer"),
                        Optional.of(TestMarket.provider().alias())),
                command.name(),
                JsonObject.empty()
                        .with("v", 1)
                        .with("command", command.name())
                        .with("body", command.body())
                        .canonical(),
                Optional.empty());
        return index.onState((state, asOf) -> dispatcher.run(call, state));
    }

    private static void indexed(Submission.Committed done) {
        await().until(() -> index.asOf().height() >= done.blockNumber());
    }
}
