package io.provenant.network.embedded.gateway;

import static io.provenant.network.embedded.testing.TestChannel.ALPHA;
import static io.provenant.network.embedded.testing.TestChannel.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.provenant.network.embedded.testing.GatewayCalls;
import io.provenant.network.embedded.testing.Refusal;
import io.provenant.network.embedded.testing.RunningNode;
import io.provenant.network.embedded.testing.TestChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.orderer.SeekNewest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a gateway answers to requests that are malformed, badly signed or too many. */
class RequestRefusalsTest {

    private static final ByteString GARBAGE = ByteString.copyFromUtf8("garbage");
    private static final String ORDERER = "received unsuccessful response from orderer: status=";
    private static final String UNSATISFIED = "implicit policy evaluation failed - 0 sub-policies were satisfied, but"
            + " this policy requires 1 of the '%s' sub-policies to be satisfied";
    private static final String NO_READER = "Failed evaluating policy on signed data during check policy on channel ["
            + NAME + "] with policy [/Channel/Application/Readers]: [" + UNSATISFIED.replace("%s", "Readers") + "]";

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
    List<DynamicTest> answers_malformed_proposals_as_fabric_does() {
        SignedProposal unreadable =
                SignedProposal.newBuilder().setProposalBytes(GARBAGE).build();
        return Row.tests(List.of(
                Row.of(
                        "endorse nothing",
                        () -> calls.gateway().endorse(EndorseRequest.getDefaultInstance()),
                        Code.INVALID_ARGUMENT,
                        "the proposed transaction must contain a signed proposal"),
                Row.of(
                        "endorse garbage",
                        () -> calls.gateway()
                                .endorse(EndorseRequest.newBuilder()
                                        .setProposedTransaction(unreadable)
                                        .build()),
                        Code.INVALID_ARGUMENT,
                        "error unmarshalling Proposal: " + Row.UNREADABLE),
                Row.of(
                        "evaluate nothing",
                        () -> calls.gateway().evaluate(EvaluateRequest.getDefaultInstance()),
                        Code.INVALID_ARGUMENT,
                        "failed to unpack transaction proposal: a signed proposal is required"),
                Row.of(
                        "evaluate without a channel",
                        () -> calls.gateway()
                                .evaluate(calls.proposal("get", "k").channel("").toEvaluate()),
                        Code.INVALID_ARGUMENT,
                        "failed to unpack transaction proposal: no channel id provided")));
    }

    @TestFactory
    List<DynamicTest> answers_what_it_does_not_order_as_fabric_does() {
        Envelope unsigned = Envelope.newBuilder().setPayload(GARBAGE).build();
        Envelope garbage = unsigned.toBuilder().setSignature(GARBAGE).build();
        Envelope badlySigned = calls.endorsed(calls.proposal("put", "k", "v")).toBuilder()
                .setSignature(GARBAGE)
                .build();
        Envelope tooLarge = calls.endorsed(calls.proposal("put", "k", "x".repeat(10 * 1024 * 1024)));
        int bytes = tooLarge.getPayload().size() + tooLarge.getSignature().size();
        return Row.tests(List.of(
                submit(
                        "nothing",
                        SubmitRequest.newBuilder().setChannelId(NAME),
                        Code.INVALID_ARGUMENT,
                        "a prepared transaction is required"),
                submit(
                        "unsigned",
                        GatewayCalls.toSubmit(unsigned),
                        Code.INVALID_ARGUMENT,
                        "prepared transaction must be signed"),
                submit(
                        "to an unknown channel",
                        GatewayCalls.toSubmit(garbage).setChannelId("other"),
                        Code.FAILED_PRECONDITION,
                        "failed to get config for channel [other]: could not get last config for channel other"),
                submit(
                        "garbage",
                        GatewayCalls.toSubmit(garbage),
                        Code.ABORTED,
                        ORDERER + "BAD_REQUEST, info=could not determine channel ID: error unmarshalling Payload: "
                                + Row.UNREADABLE),
                submit(
                        "badly signed",
                        GatewayCalls.toSubmit(badlySigned),
                        Code.ABORTED,
                        ORDERER + "FORBIDDEN, info=" + UNSATISFIED.replace("%s", "Writers") + ": permission denied"),
                submit(
                        "too large",
                        GatewayCalls.toSubmit(tooLarge),
                        Code.ABORTED,
                        ORDERER + "BAD_REQUEST, info=message payload is " + bytes
                                + " bytes and exceeds maximum allowed 10485760 bytes")));
    }

    @TestFactory
    List<DynamicTest> answers_readers_it_does_not_take_as_fabric_does() {
        ByteString another = TestChannel.serialized(ALPHA, running.channel().client(ALPHA));
        String unknownChannel = "Failed to get policy manager for channel [other]";
        return Row.tests(List.of(
                Row.of(
                        "status of nothing",
                        () -> calls.gateway().commitStatus(SignedCommitStatusRequest.getDefaultInstance()),
                        Code.INVALID_ARGUMENT,
                        "a commit status request is required"),
                status(
                        "without an identity",
                        CommitStatusRequest.newBuilder().setChannelId(NAME),
                        Code.INVALID_ARGUMENT,
                        "no identity provided"),
                status("without a channel", calls.status("", "id"), Code.INVALID_ARGUMENT, "no channel ID provided"),
                status(
                        "without an id",
                        calls.status(NAME, ""),
                        Code.INVALID_ARGUMENT,
                        "transaction ID should not be empty"),
                status(
                        "for somebody else",
                        calls.status(NAME, "id").setIdentity(another),
                        Code.PERMISSION_DENIED,
                        NO_READER),
                status("on an unknown channel", calls.status("other", "id"), Code.PERMISSION_DENIED, unknownChannel),
                Row.of(
                        "events of nothing",
                        () -> calls.gateway()
                                .chaincodeEvents(SignedChaincodeEventsRequest.getDefaultInstance())
                                .hasNext(),
                        Code.INVALID_ARGUMENT,
                        "a chaincode events request is required"),
                events("for somebody else", calls.events(NAME).setIdentity(another), NO_READER),
                events("on an unknown channel", calls.events("other"), unknownChannel),
                Row.of(
                        "events from the newest block",
                        open(calls.events(NAME)
                                .setStartPosition(
                                        SeekPosition.newBuilder().setNewest(SeekNewest.getDefaultInstance()))),
                        Code.INVALID_ARGUMENT,
                        "invalid start position type: *orderer.SeekPosition_Newest")));
    }

    @Test
    void waits_for_an_unknown_transaction_until_the_client_gives_up() {
        Refusal refusal = Refusal.of(() -> calls.gateway()
                .withDeadlineAfter(300, TimeUnit.MILLISECONDS)
                .commitStatus(calls.signed(calls.status(NAME, "unknown").build())));

        assertThat(refusal.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    }

    @Test
    void refuses_more_than_500_calls_at_once_and_takes_others_when_they_end() {
        GatewayGrpc.GatewayFutureStub waiting = GatewayGrpc.newFutureStub(running.connection(ALPHA));
        List<Future<CommitStatusResponse>> held = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            held.add(waiting.commitStatus(
                    calls.signed(calls.status(NAME, "unknown").build())));
        }

        Refusal refusal = Awaitility.await().until(this::refusalOfAnotherCall, Objects::nonNull);
        assertThat(refusal.code()).isEqualTo(Code.UNKNOWN);
        assertThat(refusal.text())
                .isEqualTo("too many requests for /gateway.Gateway, exceeding concurrency limit (500)");

        held.forEach(call -> call.cancel(true));
        Awaitility.await().until(() -> refusalOfAnotherCall() == null);
    }

    private @Nullable Refusal refusalOfAnotherCall() {
        try {
            calls.endorsed(calls.proposal("get", "k"));
            return null;
        } catch (StatusRuntimeException e) {
            return Refusal.of(() -> {
                throw e;
            });
        }
    }

    private static Row submit(String what, SubmitRequest.Builder request, Code code, String text) {
        return Row.of("submit " + what, () -> calls.gateway().submit(request.build()), code, text);
    }

    private static Row status(String what, CommitStatusRequest.Builder request, Code code, String text) {
        return Row.of("status " + what, () -> calls.gateway().commitStatus(calls.signed(request.build())), code, text);
    }

    private static Row events(String what, ChaincodeEventsRequest.Builder request, String text) {
        return Row.of("events " + what, open(request), Code.PERMISSION_DENIED, text);
    }

    private static ThrowingCallable open(ChaincodeEventsRequest.Builder request) {
        return () -> calls.open(request.build()).hasNext();
    }
}
