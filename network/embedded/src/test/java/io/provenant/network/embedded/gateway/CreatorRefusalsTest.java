package io.provenant.network.embedded.gateway;

import static io.provenant.network.embedded.testing.TestChannel.ALPHA;
import static io.provenant.network.embedded.testing.TestChannel.BETA;
import static io.provenant.network.embedded.testing.TestChannel.GAMMA;
import static io.provenant.network.embedded.testing.TestChannel.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.grpc.Status.Code;
import io.provenant.network.embedded.testing.GatewayCalls;
import io.provenant.network.embedded.testing.Refusal;
import io.provenant.network.embedded.testing.RunningNode;
import io.provenant.network.embedded.testing.TestChannel;
import io.provenant.network.embedded.testing.TestProposal;
import io.provenant.network.identity.CertificateProfile;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.Organisation;
import io.provenant.network.identity.Role;
import io.provenant.network.identity.Validity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.peer.EndorserGrpc;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whose proposals a peer takes, and of what time. */
class CreatorRefusalsTest {

    private static final String DENIED =
            "error validating proposal: access denied: channel [" + NAME + "] creator org ";
    private static final String UNKNOWN = DENIED + "unknown, creator is malformed";
    private static final String EXPIRED = "proposal client identity expired";
    private static final String NO_WRITER = "Failed evaluating policy on signed data during check policy on channel ["
            + NAME + "] with policy [/Channel/Application/Writers]: [implicit policy evaluation failed - 0 sub-policies"
            + " were satisfied, but this policy requires 1 of the 'Writers' sub-policies to be satisfied]";

    @TempDir
    static Path folder;

    @AutoClose
    static RunningNode running;

    static GatewayCalls calls;

    @BeforeAll
    static void start() throws IOException {
        running = RunningNode.start(folder);
        calls = running.calls(ALPHA);
    }

    @TestFactory
    List<DynamicTest> answers_creators_it_does_not_take_as_fabric_does() {
        Organisation alpha = running.channel().organisation(ALPHA);
        Credential foreign = Organisation.create(ALPHA, "stranger.example", Clock.systemUTC())
                .client("x", new TreeMap<>());
        Credential peer = alpha.peer("peer9", List.of()).identity();
        Credential expired = issued(Validity.expired(Instant.now()));
        Credential roleless = alpha.enrolmentAuthority()
                .issue(CertificateProfile.enrolment("x", Role.CLIENT, alpha.validity())
                        .withoutUnits());
        Credential client = running.client(ALPHA);
        return Row.tests(List.of(
                endorse("an unknown MSP id", TestProposal.by("Org9MSP", client), UNKNOWN),
                endorse("another authority's certificate", TestProposal.by(ALPHA, foreign), UNKNOWN),
                endorse("a certificate without a role", TestProposal.by(ALPHA, roleless), DENIED + "[" + ALPHA + "]"),
                endorse("a peer, which is no writer", TestProposal.by(ALPHA, peer), NO_WRITER),
                endorse("an expired certificate", TestProposal.by(ALPHA, expired), EXPIRED),
                Row.of(
                        "endorse for a bad signature",
                        () -> calls.gateway().endorse(toEndorse(tampered())),
                        Code.ABORTED,
                        Row.ENDORSE,
                        ALPHA + ": " + DENIED + "[" + ALPHA + "]"),
                Row.of(
                        "evaluate for an unknown MSP id",
                        evaluate(TestProposal.by("Org9MSP", client)),
                        Code.FAILED_PRECONDITION,
                        Row.EVALUATE + UNKNOWN,
                        ALPHA + ": " + UNKNOWN),
                Row.of(
                        "evaluate for an expired certificate",
                        evaluate(TestProposal.by(ALPHA, expired)),
                        Code.UNAVAILABLE,
                        "failed to evaluate transaction, see attached details for more info",
                        ALPHA + ": " + EXPIRED,
                        BETA + ": rpc error: code = Unknown desc = " + EXPIRED,
                        GAMMA + ": rpc error: code = Unknown desc = " + EXPIRED)));
    }

    @Test
    void refuses_a_proposal_of_another_time() {
        for (Duration offset : List.of(Duration.ofMinutes(-16), Duration.ofMinutes(16))) {
            Refusal refusal = Refusal.of(() ->
                    calls.endorsed(calls.proposal("get", "k").at(Instant.now().plus(offset))));

            assertThat(refusal.code()).isEqualTo(Code.ABORTED);
            assertThat(refusal.messages())
                    .singleElement()
                    .asString()
                    .matches(
                            ALPHA + ": request unauthorized due to incorrect timestamp [-0-9]{10}T[:0-9]{8}Z, peer time"
                                    + " [-0-9]{10}T[:0-9]{8}Z, peer.authentication.timewindow 15m0s");
        }
    }

    @Test
    void refuses_a_transaction_id_that_is_not_made_of_nonce_and_creator() {
        Refusal refusal =
                Refusal.of(() -> calls.endorsed(calls.proposal("get", "k").txIdSuffix("0")));

        assertThat(refusal.messages())
                .singleElement()
                .asString()
                .matches(ALPHA + ": error validating proposal: incorrectly computed txid '([0-9a-f]{64})0' -- expected"
                        + " '\\1'");
    }

    @Test
    void takes_a_certificate_that_is_not_yet_valid() {
        GatewayCalls early = new GatewayCalls(running.connection(ALPHA), ALPHA, issued(Validity.notYet(Instant.now())));

        CommitStatusResponse status = early.commit(early.endorsed(early.proposal("put", "early", "v")));

        assertThat(status.getResult()).isEqualTo(TxValidationCode.VALID);
    }

    @Test
    void refuses_to_run_what_has_committed_and_orders_a_copy_in_vain() {
        SignedProposal proposal = calls.proposal("put", "again", "v").signed();
        Envelope signed = TestProposal.sign(
                calls.gateway().endorse(toEndorse(proposal)).getPreparedTransaction(), running.client(ALPHA));
        CommitStatusResponse first = calls.commit(signed);
        String creator = HexFormat.of()
                .formatHex(TestChannel.serialized(ALPHA, running.client(ALPHA)).toByteArray());
        String duplicate = "duplicate transaction found [" + GatewayCalls.txId(signed) + "]. Creator [" + creator + "]";

        assertThat(Refusal.of(() -> calls.gateway().endorse(toEndorse(proposal)))
                        .messages())
                .containsExactly(ALPHA + ": " + duplicate);
        Refusal evaluation = Refusal.of(() -> calls.gateway()
                .evaluate(EvaluateRequest.newBuilder()
                        .setProposedTransaction(proposal)
                        .build()));
        assertThat(evaluation.code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(evaluation.text()).isEqualTo(Row.EVALUATE + duplicate);

        calls.submit(signed);
        long copy = first.getBlockNumber() + 1;
        Awaitility.await().until(() -> running.node().ledger().height() > copy);
        assertThat(running.node()
                        .ledger()
                        .block(copy)
                        .getMetadata()
                        .getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE)
                        .toByteArray())
                .containsExactly(TxValidationCode.DUPLICATE_TXID_VALUE);
        assertThat(calls.awaitStatus(GatewayCalls.txId(signed))).isEqualTo(first);
    }

    @Test
    void answers_on_the_endorser_itself_with_a_bare_text_or_a_response() {
        EndorserGrpc.EndorserBlockingStub endorser = EndorserGrpc.newBlockingStub(running.connection(BETA));

        assertThat(Refusal.of(() -> endorser.processProposal(tampered())))
                .isEqualTo(new Refusal(Code.UNKNOWN, DENIED + "[" + ALPHA + "]", List.of()));
        assertThat(endorser.processProposal(
                                calls.proposal("get", "k").channel("other").signed())
                        .getResponse()
                        .getMessage())
                .isEqualTo("channel 'other' not found");
        ProposalResponse failed =
                endorser.processProposal(calls.proposal("fail", "why").signed());
        assertThat(failed.getVersion()).isZero();
        assertThat(failed.getPayload()).isNotEmpty();
        assertThat(failed.hasEndorsement()).isFalse();
        ProposalResponse endorsed =
                endorser.processProposal(calls.proposal("put", "k", "v").signed());
        assertThat(endorsed.getVersion()).isEqualTo(1);
        assertThat(endorsed.hasEndorsement()).isTrue();
    }

    private static Row endorse(String whom, TestProposal proposal, String message) {
        ThrowingCallable call = () -> calls.gateway().endorse(proposal.toEndorse());
        return Row.of("endorse for " + whom, call, Code.ABORTED, Row.ENDORSE, ALPHA + ": " + message);
    }

    private static ThrowingCallable evaluate(TestProposal proposal) {
        return () -> calls.gateway().evaluate(proposal.toEvaluate());
    }

    private static EndorseRequest toEndorse(SignedProposal proposal) {
        return EndorseRequest.newBuilder().setProposedTransaction(proposal).build();
    }

    private static SignedProposal tampered() {
        return calls.proposal("put", "k", "v").signed().toBuilder()
                .setSignature(calls.signature(ByteString.copyFromUtf8("another message")))
                .build();
    }

    private static Credential issued(Validity validity) {
        return running.channel()
                .organisation(ALPHA)
                .enrolmentAuthority()
                .issue(CertificateProfile.enrolment("x", Role.CLIENT, validity));
    }
}
