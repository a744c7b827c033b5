package io.provenant.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The chaincode behind the real shim, before there is any market. */
class ProvenantChaincodeTest {

    private static final String DIGEST = "d".repeat(64);

    private final ChaincodeInProcess chaincode = ChaincodeInProcess.start("provenant_test_" + DIGEST + ":1", DIGEST);
    private final MemoryPeer peer = chaincode.peer();

    @AfterEach
    void stop() {
        chaincode.close();
    }

    @Test
    void it_registers_under_the_id_of_its_package() {
        assertThat(peer.packageId()).isEqualTo("provenant_test_" + DIGEST + ":1");
    }

    @Test
    void it_says_of_itself_which_code_runs() {
        MemoryPeer.Answer answer = peer.run(describe());

        assertThat(answer.status()).isEqualTo(200);
        JsonObject described = StrictJsonReader.parseObject(answer.payload()).object("answer");
        assertThat(described.text("codeSha256")).isEqualTo(DIGEST);
        assertThat(answer.event()).isBlank();
        assertThat(answer.traffic()).noneMatch(line -> line.startsWith("put"));
    }

    @Test
    void it_takes_two_arguments() {
        byte[] command = "ledger:describe".getBytes(StandardCharsets.UTF_8);

        for (TestProposal proposal : new TestProposal[] {
            describe().withArguments(),
            describe().withArguments(command),
            describe().withArguments(command, command, command)
        }) {
            MemoryPeer.Answer answer = peer.run(proposal);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.message()).startsWith("INPUT_MALFORMED: ").endsWith("expected=two arguments");
        }
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused_and_not_replaced() {
        byte[] command = "ledger:describe".getBytes(StandardCharsets.UTF_8);
        byte[] envelope = "{\"body\":{},\"command\":\"ledger:describé\",\"v\":1}".getBytes(StandardCharsets.ISO_8859_1);

        MemoryPeer.Answer answer = peer.run(describe().withArguments(command, envelope));

        assertThat(answer.message()).startsWith("INPUT_MALFORMED: ").endsWith("expected=UTF-8");
        assertThat(answer.traffic()).isEmpty();
    }

    @Test
    void a_refusal_names_its_codes_first_and_writes_nothing() {
        MemoryPeer.Answer answer = peer.run(describe("attest", "{\"keys\":[\"TIK!market\"]}"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.message()).startsWith("NOT_FOUND: ");
        assertThat(answer.payload()).isEmpty();
        assertThat(answer.traffic()).allMatch(line -> line.startsWith("get "));
    }

    private static TestProposal describe() {
        return describe("ledger:describe", "{}");
    }

    private static TestProposal describe(String command, String body) {
        return TestProposal.of(
                "market-1",
                "1".repeat(64),
                1_772_416_800_000L,
                TestCertificate.creator("ExchangeMSP", "pty-exchange", "exchange.officer", "r2v4f7pj6eaa"),
                command,
                "{\"body\":" + body + ",\"command\":\"" + command + "\",\"v\":1}");
    }
}
