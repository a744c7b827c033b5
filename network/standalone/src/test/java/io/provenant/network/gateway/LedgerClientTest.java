package io.provenant.network.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.desk.DeskSchema;
import io.provenant.gateway.desk.PostgresOutbox;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.LedgerRefusedException;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.fabric.FabricLedgerClient;
import io.provenant.gateway.ledger.fabric.FabricSettings;
import io.provenant.gateway.ledger.fabric.Limits;
import io.provenant.gateway.ledger.identity.RoleKey;
import io.provenant.gateway.ledger.identity.RoleKeys;
import io.provenant.ledger.Role;
import io.provenant.network.identity.Credential;
import io.provenant.network.testing.Actor;
import io.provenant.network.testing.OnLedger;
import io.provenant.network.testing.TestLedger;
import io.provenant.proof.crypto.BouncyCastleDigests;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hyperledger.fabric.client.identity.Signers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ledger client against peers that it knows nothing of, before anybody founded a market. */
@OnLedger
class LedgerClientTest {

    private static final String MSP_ID = "ExchangeMSP";
    private static final Signatory FOUNDER = new Signatory("founder0a", Role.MARKET_FOUNDER);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static EmbeddedPostgres database;
    private static PostgresOutbox outbox;
    private static TestLedger ledger;

    @BeforeAll
    static void start(TestLedger running) throws IOException {
        ledger = running;
        database = EmbeddedPostgres.builder().start();
        DeskSchema.migrate(database.getPostgresDatabase());
        outbox = new PostgresOutbox(database.getPostgresDatabase(), running.chaincode(), Clock.systemUTC());
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void what_is_committed_is_resolved_from_the_block_stream_however_much_at_once() {
        try (FabricLedgerClient client = client(Limits.usual())) {
            List<CompletableFuture<Submission>> all = IntStream.range(0, 60)
                    .mapToObj(i -> client.submitAsync(FOUNDER, section()))
                    .toList();

            assertThat(all.stream().map(CompletableFuture::join)).allMatch(Submission.Committed.class::isInstance);
            assertThat(outbox.open()).isEmpty();
        }
    }

    @Test
    void of_two_that_write_one_key_in_one_block_the_second_is_endorsed_afresh_and_finds_it_done() {
        try (FabricLedgerClient client = client(Limits.usual())) {
            LedgerCommand section = section();
            List<CompletableFuture<Submission>> both =
                    List.of(client.submitAsync(FOUNDER, section), client.submitAsync(FOUNDER, section));

            List<Submission.Committed> ended = both.stream()
                    .map(CompletableFuture::join)
                    .map(Submission.Committed.class::cast)
                    .toList();

            assertThat(ended).filteredOn(done -> done.writes().isEmpty()).hasSize(1);
            assertThat(ended.get(0).answer()).isEqualTo(ended.get(1).answer());
        }
    }

    @Test
    void a_refusal_has_its_codes_whether_sent_or_asked() {
        try (FabricLedgerClient client = client(Limits.usual())) {
            Submission refused = client.submit(FOUNDER, LedgerCommand.of("market:tick", JsonObject.empty()));

            assertThat(refused)
                    .isInstanceOfSatisfying(
                            Submission.Refused.class,
                            no -> assertThat(no.codes()).containsExactly("INVOKER_UNKNOWN"));
            assertThatThrownBy(() -> client.attest(List.of("MKT!founding")))
                    .isInstanceOfSatisfying(
                            LedgerRefusedException.class,
                            no -> assertThat(no.codes()).containsExactly("NOT_FOUND"));
        }
    }

    @Test
    void a_question_is_answered() throws Exception {
        try (FabricLedgerClient client = client(Limits.usual())) {
            JsonObject described = client.evaluate("ledger:describe", JsonObject.empty());

            assertThat(described.object("answer").text("codeSha256")).hasSize(64);
        }
    }

    @Test
    void the_same_envelope_sent_many_times_is_committed_once() {
        try (FabricLedgerClient client = client(Limits.usual().waiting(PATIENCE, Duration.ofMillis(1)))) {
            Submission ended = client.submit(FOUNDER, section());

            assertThat(ended).isInstanceOf(Submission.Committed.class);
            assertThat(outbox.open()).isEmpty();
        }
    }

    @Test
    void what_is_in_no_block_in_time_is_indeterminate_and_known_later() {
        try (FabricLedgerClient client = client(Limits.usual().waiting(Duration.ofMillis(1), PATIENCE))) {
            Submission late = client.submit(FOUNDER, section());

            assertThat(late)
                    .isInstanceOfSatisfying(
                            Submission.Indeterminate.class,
                            unknown -> await().atMost(PATIENCE)
                                    .until(() -> client.outcome(unknown.txId())
                                            .filter(Submission.Committed.class::isInstance)
                                            .isPresent()));
        }
    }

    @Test
    void a_peer_that_is_down_is_unavailable_and_the_stream_goes_on_when_it_is_back() {
        try (FabricLedgerClient client = client(Limits.usual())) {
            assertThat(client.submit(FOUNDER, section())).isInstanceOf(Submission.Committed.class);
            ledger.stopPeer(MSP_ID);
            try {
                await().atMost(PATIENCE).until(() -> client.problem().isPresent());
                assertThat(client.submit(FOUNDER, section())).isInstanceOf(Submission.Unavailable.class);
            } finally {
                ledger.startPeer(MSP_ID);
            }

            await().atMost(PATIENCE).until(() -> client.submit(FOUNDER, section()) instanceof Submission.Committed);
            assertThat(client.problem()).isEmpty();
        }
    }

    private static FabricLedgerClient client(Limits limits) {
        Signatory service = new Signatory("service0a", Role.LOG_OPERATOR);
        FabricSettings settings = FabricSettings.usual(ledger.channel(), ledger.chaincode(), MSP_ID, service)
                .within(limits);
        return FabricLedgerClient.start(
                settings, ledger.connection(MSP_ID), keys(), outbox, List.of(), Clock.systemUTC());
    }

    private static RoleKeys keys() {
        return signatory -> {
            Actor actor = new Actor(MSP_ID, signatory.role().code(), "pty-exchange", signatory.alias());
            Credential credential = ledger.credential(actor);
            return new RoleKey(MSP_ID, credential.certificate(), Signers.newPrivateKeySigner(credential.privateKey()));
        };
    }

    // A section of its own, which nobody has stored before.
    private static LedgerCommand section() {
        JsonObject section = JsonObject.empty()
                .with("name", "codeLists")
                .withObjects(
                        "value",
                        List.of(JsonObject.empty()
                                .with("list", "sectors")
                                .with("code", "s" + UUID.randomUUID().toString().replace("-", ""))));
        Digest hash = new BouncyCastleDigests().digest(section.canonicalBytes());
        return LedgerCommand.of("rules:addSection", section.with("sectionHash", hash.hex()));
    }
}
