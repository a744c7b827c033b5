package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.cli.Runs;
import io.provenant.gateway.cli.Runs.Ran;
import io.provenant.gateway.generator.TradeDay;
import io.provenant.gateway.ledger.Submission;
import io.provenant.merkle.LogOrigin;
import io.provenant.network.identity.MspFolder;
import io.provenant.network.identity.Organisation;
import io.provenant.proof.crypto.BouncyCastleDigests;
import io.provenant.proof.note.LogPublicKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line against a running gateway. */
class GatewayCommandsTest {

    @TempDir
    static Path folder;

    @AutoClose
    private static TestGateway gateway;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        gateway = new TestGateway(folder);
        gateway.openLog(TestGateway.ORIGIN, "TRADE");
    }

    @Test
    void a_command_is_sent_and_its_answer_printed() throws IOException {
        Path body = write("notice.json", CommandRoutesTest.notice().canonical());

        Ran sent = run("dpo", "command", "notice:publish", body.toString());
        Ran again = run("dpo", "command", "notice:publish", body.toString());
        Ran notMine = run("officer", "command", "notice:publish", body.toString());

        assertThat(sent.exit()).as(sent.err()).isZero();
        assertThat(StrictJsonReader.parseObject(sent.out().strip()).has("txId")).isTrue();
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err())
                .startsWith("ALREADY_EXISTS: ")
                .doesNotContain("ALREADY_EXISTS: ALREADY_EXISTS")
                .contains("What to do: choose a new id");
        assertThat(notMine.exit()).isEqualTo(1);
        assertThat(notMine.err()).startsWith("unauthorised: ").contains("controller.dpo");
    }

    @Test
    void an_unknown_outcome_exits_with_3_and_says_how_to_learn_it() throws IOException {
        gateway.ledger.answerNext(new Submission.Indeterminate("e".repeat(64)));
        Path body = write("notice2.json", CommandRoutesTest.notice().canonical());

        Ran sent = run("dpo", "command", "notice:publish", body.toString());

        assertThat(sent.exit()).isEqualTo(3);
        assertThat(sent.err()).contains("outcome unknown").contains("--key ");
    }

    @Test
    void a_token_that_is_refused_exits_with_2() throws IOException {
        Path body = write("tick.json", "{}");

        Ran sent = run("stranger", "command", "market:tick", body.toString());

        assertThat(sent.exit()).isEqualTo(2);
        assertThat(sent.err()).startsWith("unauthorised: ");
    }

    @Test
    void records_are_posted_a_receipt_fetched_and_verified_offline_by_a_strangers_trust_file() throws IOException {
        List<String> day = new TradeDay(3, LocalDate.of(2026, 3, 6), 12).records();
        Path good = write("day.ndjson", String.join("\n", day));
        Path faulty = write("faulty.ndjson", day.get(0) + "\n{oops\n");

        Ran posted = run("gateway", "records", "post", good.toString(), "--log", TestGateway.ORIGIN);
        Ran refused = run("gateway", "records", "post", faulty.toString(), "--log", TestGateway.ORIGIN);
        Ran kept = run("gateway", "records", "post", faulty.toString(), "--log", TestGateway.ORIGIN, "--keep-going");

        assertThat(posted.exit()).as(posted.err()).isZero();
        assertThat(posted.out()).startsWith("12 records promised, 0 lines faulty");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("line 2: INPUT_MALFORMED").contains("nothing was kept");
        assertThat(kept.exit()).isEqualTo(1);
        assertThat(kept.out()).contains("1 records promised, 1 lines faulty").contains("line 2: INPUT_MALFORMED");
        verified();
    }

    private void verified() throws IOException {
        Path trust = trust();
        Path receipt = folder.resolve("receipt.json");
        await().untilAsserted(() -> {
            Ran fetched = run("gateway", "receipt", TestGateway.ORIGIN, "5", "--out", receipt.toString());
            assertThat(fetched.exit()).as(fetched.err()).isZero();
            assertThat(Files.readString(receipt)).contains("tlog-proof");
        });
        Path integrated = write(
                "integrated.json",
                StrictJsonReader.parseObject(Files.readString(receipt))
                        .without("anchor", "attestation")
                        .canonical());
        Path altered = write(
                "altered.json",
                Files.readString(integrated).replaceFirst("\"amountMinor\":([0-9])", "\"amountMinor\":9$1"));
        String key = logKey();

        Ran valid = Runs.run("verify", integrated.toString(), "--trust", trust.toString(), "--log-key", key);
        Ran json = Runs.run("verify", integrated.toString(), "--trust", trust.toString(), "--log-key", key, "--json");
        Ran notValid = Runs.run("verify", altered.toString(), "--trust", trust.toString(), "--log-key", key);
        Ran noKey = Runs.run("verify", integrated.toString(), "--trust", trust.toString());
        Ran noTrust = Runs.run("verify", integrated.toString(), "--trust", "nowhere.json", "--log-key", key);

        assertThat(valid.exit()).as(valid.out()).isZero();
        assertThat(valid.out()).contains("pass").contains("not applicable").contains("VALID, level INTEGRATED");
        assertThat(StrictJsonReader.parseObject(json.out().strip()).text("level"))
                .isEqualTo("INTEGRATED");
        assertThat(notValid.exit()).as(notValid.out()).isEqualTo(1);
        assertThat(notValid.out()).contains("fail").contains("NOT VALID");
        assertThat(noKey.exit()).isEqualTo(2);
        assertThat(noTrust.exit()).isEqualTo(2);
    }

    @Test
    void a_consent_set_is_built_and_a_receipt_alone_makes_a_withdrawal() throws IOException {
        Path persons = write("persons.csv", "subjectRef\nperson-1\nperson-2\n");

        Ran built = run("dpo", "consent-set", persons.toString());
        JsonObject set = StrictJsonReader.parseObject(built.out().strip());
        gateway.index.put(
                9,
                "CNS!" + set.text("consentId"),
                java.util.Optional.of(JsonObject.empty().with("population", set.object("population"))),
                "c".repeat(64),
                "consent:give");
        JsonObject receipt = gateway.post(
                        "dpo",
                        "/api/v1/consents/sets/" + set.text("consentId") + "/receipts",
                        "application/json",
                        "{\"subjectRef\":\"person-2\",\"reasonCode\":\"ISSUE\"}")
                .json();
        Path file = write("consent-receipt.json", receipt.canonical());
        Path changed = write("changed.json", receipt.canonical().replace("person-2", "person-1"));

        Ran withdrawal = Runs.run("withdrawal", file.toString());
        Ran refused = Runs.run("withdrawal", changed.toString());

        assertThat(withdrawal.exit()).as(withdrawal.err()).isZero();
        assertThat(withdrawal.out())
                .contains("\"opening\":{\"alg\":\"ED25519\"")
                .doesNotContain("person-");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("does not lead to its memberRoot");
    }

    @Test
    void the_audit_is_walked_and_says_for_which_height_it_holds() {
        Ran rows = run("officer", "audit", "--party", "pty-exchange");
        Ran json = run("officer", "audit", "--party", "pty-exchange", "--limit", "1", "--json");

        assertThat(rows.exit()).as(rows.err()).isZero();
        assertThat(rows.out()).contains("log:open").contains("Log.ACTIVE");
        assertThat(rows.err()).contains("holds for block height");
        assertThat(StrictJsonReader.parseObject(json.out().strip()).has("txId")).isTrue();
        assertThat(json.err()).contains("there are more");
    }

    @Test
    void an_attestation_is_fetched_and_a_rebuild_begun() {
        assertThat(run("officer", "attest", "TIK!market", "MKT!founding").out())
                .contains("\"docType\":\"Attestation\"");
        assertThat(run("admin", "rebuild-index").exit()).isZero();
        assertThat(run("officer", "rebuild-index").exit()).isEqualTo(1);
    }

    @Test
    void what_has_no_outcome_is_shown_to_the_administrator_and_an_unknown_transaction_is_not_released() {
        assertThat(run("admin", "outbox").out()).startsWith("{\"items\":[");
        assertThat(run("officer", "outbox").exit()).isEqualTo(1);
        assertThat(run("admin", "outbox", "--release", "f".repeat(64)).exit()).isEqualTo(1);
    }

    private static Path trust() {
        List<String> arguments = new ArrayList<>(List.of("trust", "make", "--channel", "market-1"));
        for (String msp : List.of("ExchangeMSP", "RegulatorMSP")) {
            Path place = folder.resolve(msp);
            MspFolder.of(Organisation.create(msp, "example", Clock.systemUTC())).write(place);
            arguments.addAll(List.of("--organisation", msp + "=" + place, "--voice", msp));
        }
        Path trust = folder.resolve("trust.json");
        arguments.addAll(
                List.of("--founded-tx", "a".repeat(64), "--code-sha256", "b".repeat(64), "--out", trust.toString()));
        Ran made = Runs.run(arguments.toArray(String[]::new));
        assertThat(made.exit()).as(made.err()).isZero();
        return trust;
    }

    private static String logKey() {
        String raw = gateway.get("gateway", "/api/v1/logs").json().objects("items").stream()
                .filter(log -> log.text("origin").equals(TestGateway.ORIGIN))
                .map(log -> log.text("publicKey"))
                .findFirst()
                .orElseThrow();
        return LogPublicKey.of(
                        new LogOrigin(TestGateway.ORIGIN),
                        Base64.getUrlDecoder().decode(raw))
                .text(new BouncyCastleDigests());
    }

    private static Ran run(String subject, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        try {
            Path token = Files.writeString(folder.resolve(subject + ".token"), gateway.issuer.token(subject));
            all.addAll(List.of("--gateway", gateway.app.url().toString(), "--token-file", token.toString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Runs.run(all.toArray(String[]::new));
    }

    private static Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }
}
