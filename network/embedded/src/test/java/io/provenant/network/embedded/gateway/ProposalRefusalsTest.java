package io.provenant.network.embedded.gateway;

import static io.provenant.network.embedded.testing.TestChannel.ALPHA;
import static io.provenant.network.embedded.testing.TestChannel.BETA;
import static io.provenant.network.embedded.testing.TestChannel.GAMMA;
import static io.provenant.network.embedded.testing.TestChannel.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.provenant.network.embedded.testing.GatewayCalls;
import io.provenant.network.embedded.testing.Refusal;
import io.provenant.network.embedded.testing.RunningNode;
import io.provenant.network.embedded.testing.TestProposal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of proposals whose chaincode fails, or that nobody can endorse. */
class ProposalRefusalsTest {

    private static final String COLLECT =
            "failed to collect enough transaction endorsements, see attached details for more info";
    private static final String MISMATCH = ": ProposalResponsePayloads do not match";
    private static final String PLAN = "no combination of peers can be derived which satisfy the endorsement policy: ";

    @TempDir
    static Path folder;

    @AutoClose
    static RunningNode running;

    static GatewayCalls calls;

    @BeforeAll
    static void start() throws IOException {
        running = RunningNode.start(folder, Duration.ofSeconds(2));
        calls = running.calls(ALPHA);
        calls.endorsed(calls.proposal("put", "warm", "up"), ALPHA, BETA, GAMMA);
    }

    @TestFactory
    List<DynamicTest> answers_a_failing_chaincode_as_fabric_does() {
        return Row.tests(List.of(
                Row.of(
                        "endorse an error",
                        endorse(calls.proposal("fail", "E42: bad")),
                        Code.ABORTED,
                        Row.ENDORSE,
                        ALPHA + ": chaincode response 500, E42: bad"),
                Row.of(
                        "evaluate an error",
                        evaluate(calls.proposal("fail", "E42: bad")),
                        Code.UNKNOWN,
                        Row.EVALUATE + "chaincode response 500, E42: bad",
                        ALPHA + ": chaincode response 500, E42: bad"),
                Row.of(
                        "endorse a status of 400",
                        endorse(calls.proposal("status", "400")),
                        Code.ABORTED,
                        Row.ENDORSE,
                        ALPHA + ": chaincode response 400, status 400"),
                Row.of(
                        "endorse an exception",
                        endorse(calls.proposal("no-function", "secret")),
                        Code.ABORTED,
                        Row.ENDORSE,
                        ALPHA + ": chaincode response 500, Unexpected error"),
                Row.of(
                        "endorse different results",
                        endorse(calls.proposal("random")),
                        Code.ABORTED,
                        COLLECT,
                        BETA + MISMATCH,
                        GAMMA + MISMATCH),
                Row.of(
                        "endorse different results of named organisations",
                        endorse(calls.proposal("random"), BETA, ALPHA),
                        Code.ABORTED,
                        COLLECT,
                        ALPHA + MISMATCH)));
    }

    @TestFactory
    List<DynamicTest> answers_what_cannot_be_planned_as_fabric_does() {
        return Row.tests(List.of(
                Row.of(
                        "endorse on an unknown chaincode",
                        endorse(calls.proposal("get", "k").chaincode("other")),
                        Code.FAILED_PRECONDITION,
                        PLAN + "No metadata was found for chaincode other in channel " + NAME),
                Row.of(
                        "endorse on an unknown channel",
                        endorse(calls.proposal("get", "k").channel("other")),
                        Code.FAILED_PRECONDITION,
                        PLAN + "No metadata was found for chaincode probe in channel other"),
                Row.of(
                        "evaluate an unknown chaincode",
                        evaluate(calls.proposal("get", "k").chaincode("other")),
                        Code.FAILED_PRECONDITION,
                        "no peers available to evaluate chaincode other in channel " + NAME),
                Row.of(
                        "evaluate on an unknown channel",
                        evaluate(calls.proposal("get", "k").channel("other")),
                        Code.UNAVAILABLE,
                        "failed to get config for channel [other]: could not get last config for channel other"),
                Row.of(
                        "name an unknown organisation",
                        endorse(calls.proposal("put", "k", "v"), "Org9MSP"),
                        Code.UNAVAILABLE,
                        "failed to find any endorsing peers for org(s): Org9MSP")));
    }

    @Test
    void asks_other_peers_for_an_evaluation_that_crashed_the_chaincode() {
        Refusal refusal = Refusal.of(evaluate(calls.proposal("crash", "why")));

        assertThat(refusal.code()).isEqualTo(Code.ABORTED);
        assertThat(refusal.text()).isEqualTo("failed to evaluate transaction, see attached details for more info");
        assertThat(refusal.messages())
                .hasSize(3)
                .allMatch(message -> message.contains("MSP: error in simulation: transaction returned with failure: "));
    }

    @Test
    void gives_up_a_chaincode_that_runs_too_long() {
        Refusal refusal = Refusal.of(endorse(calls.proposal("never")));

        assertThat(refusal.code()).isEqualTo(Code.ABORTED);
        assertThat(refusal.text()).isEqualTo(Row.ENDORSE);
        assertThat(refusal.messages())
                .singleElement()
                .asString()
                .matches(ALPHA + ": error in simulation: failed to execute transaction [0-9a-f]{64}: error sending:"
                        + " timeout expired while executing transaction");
    }

    @Test
    void hides_from_the_client_why_a_request_of_the_chaincode_was_refused() {
        List<TestProposal> refused = List.of(
                calls.proposal("query", "{}"),
                calls.proposal("read", "unknown", "k"),
                calls.proposal("read", "closed", "k"),
                calls.proposal("privateRangeAndPut", "open", "a", "z"),
                calls.proposal("call", "probe"));

        for (TestProposal proposal : refused) {
            assertThat(Refusal.of(endorse(proposal)).messages())
                    .singleElement()
                    .asString()
                    .matches(ALPHA + ": chaincode response 500, \\[[0-9a-f]{8}]Unsuccessful response received\\.");
        }
    }

    private static ThrowingCallable endorse(TestProposal proposal, String... organisations) {
        return () -> calls.endorsed(proposal, organisations);
    }

    private static ThrowingCallable evaluate(TestProposal proposal) {
        return () -> calls.gateway().evaluate(proposal.toEvaluate());
    }
}
