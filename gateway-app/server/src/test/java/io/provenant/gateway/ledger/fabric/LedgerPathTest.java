package io.provenant.gateway.ledger.fabric;

import static io.provenant.gateway.testing.TestMarket.ASSOCIATION;
import static io.provenant.gateway.testing.TestMarket.EXCHANGE;
import static io.provenant.gateway.testing.TestMarket.REGULATOR;
import static io.provenant.gateway.testing.TestMarket.committed;
import static io.provenant.gateway.testing.TestMarket.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.LedgerRefusedException;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.commit.MemoryOutbox;
import io.provenant.gateway.ledger.identity.RoleKeyMissingException;
import io.provenant.gateway.testing.TestMarket;
import io.provenant.ledger.Role;
import io.provenant.proof.attestation.AttestationFile;
import io.provenant.proof.attestation.Endorsement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client on an embedded node of three peers, each with the real chaincode. */
class LedgerPathTest {

    private static final Signatory PROVIDER = TestMarket.provider();

    @TempDir
    static Path folder;

    private static TestMarket market;
    private static MemoryOutbox outbox;
    private static FabricLedgerClient exchange;
    private static FabricLedgerClient regulator;
    private static FabricLedgerClient association;

    @BeforeAll
    static void found() {
        market = TestMarket.start(folder);
        outbox = new MemoryOutbox();
        exchange = market.client(EXCHANGE, outbox);
        regulator = market.client(REGULATOR, new MemoryOutbox());
        association = market.client(ASSOCIATION, new MemoryOutbox());
        TestMarket.found(exchange, regulator, association);
    }

    @AfterAll
    static void stop() {
        List.of(exchange, regulator, association).forEach(FabricLedgerClient::close);
        market.close();
    }

    @Test
    void a_command_is_committed_and_answers_what_it_wrote() {
        String assetId = "ast-" + UUID.randomUUID();

        Submission.Committed done = committed(exchange.submit(PROVIDER, TestMarket.declaration(assetId)));

        assertThat(done.writes())
                .extracting(write -> write.text("key"))
                .containsExactly("ASL!" + assetId + "!A", "ASL!" + assetId + "!X", "AST!" + assetId);
        assertThat(done.retried()).isEmpty();
        await().until(() -> exchange.height() >= done.blockNumber());
        assertThat(exchange.outcome(done.txId())).contains(done);
        assertThat(outbox.open()).isEmpty();
    }

    @Test
    void a_refusal_by_the_rules_has_its_codes_and_nothing_was_sent() {
        long height = market.node().ledger().height();

        Submission ended = exchange.submit(PROVIDER, TestMarket.declaration("not an id"));

        assertThat(ended).isInstanceOfSatisfying(Submission.Refused.class, refused -> {
            assertThat(refused.codes()).containsExactly("INPUT_MALFORMED");
            assertThat(refused.message()).startsWith("INPUT_MALFORMED: ").contains("/body/assetId");
        });
        assertThat(market.node().ledger().height()).isEqualTo(height);
    }

    @Test
    void somebody_without_the_role_s_certificate_is_told_before_anything_is_sent() {
        Signatory nobody = new Signatory("zzzzzzzz", Role.PROVIDER_OFFICER);

        assertThat(exchange.submitAsync(nobody, declaration()))
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(RoleKeyMissingException.class);
    }

    @Test
    void of_two_under_one_id_one_is_committed_and_the_other_refused_if_need_be_after_a_fresh_try() {
        LedgerCommand declaration = declaration();
        List<CompletableFuture<Submission>> both = IntStream.range(0, 2)
                .mapToObj(i -> exchange.submitAsync(PROVIDER, declaration))
                .toList();

        List<Submission> ended = both.stream().map(CompletableFuture::join).toList();

        assertThat(ended).filteredOn(Submission.Committed.class::isInstance).hasSize(1);
        assertThat(ended)
                .filteredOn(Submission.Refused.class::isInstance)
                .singleElement()
                .extracting(refused -> ((Submission.Refused) refused).codes())
                .isEqualTo(List.of("ALREADY_EXISTS"));
    }

    @Test
    void a_hundred_at_once_are_all_committed_and_resolved_from_the_stream() {
        List<CompletableFuture<Submission>> all = IntStream.range(0, 100)
                .mapToObj(i -> exchange.submitAsync(PROVIDER, declaration()))
                .toList();

        assertThat(all.stream().map(CompletableFuture::join)).allMatch(Submission.Committed.class::isInstance);
        assertThat(outbox.open()).isEmpty();
    }

    @Test
    void a_question_is_answered_by_the_own_peer() throws Exception {
        JsonObject described = describe();

        assertThat(described.object("answer").text("codeSha256")).isEqualTo("0".repeat(64));
        assertThatThrownBy(() -> association.evaluate("ledger:forget", JsonObject.empty()))
                .isInstanceOfSatisfying(
                        LedgerRefusedException.class,
                        refused -> assertThat(refused.codes()).containsExactly("COMMAND_UNKNOWN"));
    }

    @Test
    void an_attestation_is_signed_by_two_organisations_and_holds_what_was_asked() throws Exception {
        JsonObject file = association.attest(List.of("MKT!founding", "PTY!pty-nobody"));

        AttestationFile parsed = AttestationFile.parse(file);
        assertThat(parsed.endorsements().stream().map(Endorsement::mspId).distinct())
                .hasSize(2);
        assertThat(parsed.proposal().signed().getSignature()).isNotEmpty();
        assertThat(parsed.response().state().entry("MKT!founding")).isPresent();
        assertThat(parsed.response().state().entry("PTY!pty-nobody")).isEmpty();
        assertThat(parsed.response().reads("provenant").get("MKT!founding")).isPresent();
    }

    @Test
    void all_organisations_attest_where_the_settings_name_them() throws Exception {
        FabricSettings usual = TestMarket.settings(REGULATOR);
        FabricSettings all = new FabricSettings(
                usual.channel(),
                usual.chaincode(),
                usual.mspId(),
                usual.service(),
                List.of(ASSOCIATION, EXCHANGE, REGULATOR),
                3,
                Optional.empty(),
                usual.limits());

        try (FabricLedgerClient client = market.client(all, new MemoryOutbox())) {
            AttestationFile file = AttestationFile.parse(client.attest(List.of("TIK!market")));

            assertThat(file.endorsements())
                    .extracting(Endorsement::mspId)
                    .containsExactly(ASSOCIATION, EXCHANGE, REGULATOR);
        }
    }

    @Test
    void attesting_while_heads_move_is_never_reported_as_a_fault() throws Exception {
        List<CompletableFuture<Submission>> traffic = IntStream.range(0, 40)
                .mapToObj(i -> exchange.submitAsync(PROVIDER, declaration()))
                .toList();

        for (int i = 0; i < 20; i++) {
            assertThat(regulator.attest(List.of("TIK!market")).has("endorsements"))
                    .isTrue();
        }
        traffic.forEach(CompletableFuture::join);
    }

    @Test
    void a_private_document_is_deposited_with_the_own_peer_alone() throws Exception {
        String document = JsonObject.empty()
                .with(
                        "document",
                        JsonObject.empty()
                                .with("docType", "Paper")
                                .with("id", UUID.randomUUID().toString()))
                .with("salt", "0f".repeat(32))
                .canonical();
        LedgerCommand deposit = LedgerCommand.of(
                        "document:deposit",
                        JsonObject.empty()
                                .with("collection", "_implicit_org_AssociationMSP")
                                .with("docKey", "0123456789abcdef0123456789abcdef"))
                .depositing(document);

        Submission.Committed done =
                committed(association.submit(person(ASSOCIATION, Role.ASSOCIATION_OFFICER), deposit));

        assertThat(done.writes()).isEmpty();
        assertThat(done.answer().text("privateHash")).hasSize(64);
    }

    @Test
    void works_over_tcp_with_tls() {
        ManagedChannel channel = market.peer(EXCHANGE).open();
        try (FabricLedgerClient client = FabricLedgerClient.start(
                TestMarket.settings(EXCHANGE),
                channel,
                market.keys(EXCHANGE),
                new MemoryOutbox(),
                List.of(),
                Clock.systemUTC())) {
            committed(client.submit(PROVIDER, declaration()));
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void a_peer_that_is_down_is_unavailable_and_the_stream_goes_on_when_it_is_back() throws IOException {
        try (FabricLedgerClient client = market.client(ASSOCIATION, new MemoryOutbox())) {
            await().until(() -> client.height() >= exchange.height());
            market.node().stopPeer(ASSOCIATION);

            Submission down = client.submit(
                    person(ASSOCIATION, Role.LOG_OPERATOR), LedgerCommand.of("market:tick", JsonObject.empty()));
            assertThat(down).isInstanceOf(Submission.Unavailable.class);
            await().until(() -> client.problem().isPresent());
            long missed = committed(exchange.submit(PROVIDER, declaration())).blockNumber();

            market.node().startPeer(ASSOCIATION);
            await().atMost(Duration.ofSeconds(30)).until(() -> client.height() >= missed);
            assertThat(client.problem()).isEmpty();
            // The clients that the other tests use lost their connection to this peer as well.
            await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(LedgerPathTest::describe);
        }
    }

    @Test
    void what_is_sent_while_the_outbox_is_away_is_not_sent() {
        MemoryOutbox away = new MemoryOutbox();
        try (FabricLedgerClient client = market.client(EXCHANGE, away)) {
            away.goAway();
            long height = market.node().ledger().height();

            Submission ended = client.submit(PROVIDER, declaration());

            assertThat(ended).isInstanceOf(Submission.Indeterminate.class);
            assertThat(market.node().ledger().height()).isEqualTo(height);
        }
    }

    @Test
    void the_tick_of_another_gateway_is_not_due_and_writes_nothing() {
        Submission.Committed early = committed(exchange.submit(
                person(EXCHANGE, Role.LOG_OPERATOR), LedgerCommand.of("market:tick", JsonObject.empty())));

        assertThat(early.writes()).isEmpty();
        assertThat(early.answer().integer("no")).isEqualTo(1);
    }

    private static JsonObject describe() throws Exception {
        return association.evaluate("ledger:describe", JsonObject.empty());
    }

    private static LedgerCommand declaration() {
        return TestMarket.declaration("ast-" + UUID.randomUUID());
    }
}
