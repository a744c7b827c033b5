package io.provenant.gateway.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.grpc.protobuf.StatusProto;
import io.provenant.gateway.ledger.fabric.GatewayFault.Kind;
import java.util.List;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are those that a peer of Fabric 3.1.5 was seen to give. */
class GatewayFaultTest {

    private static final String ENDORSE = "failed to endorse transaction, see attached details for more info";
    private static final String COLLECT =
            "failed to collect enough transaction endorsements, see attached details for more info";

    @Test
    void a_refusal_by_the_rules_keeps_codes_and_message() {
        GatewayFault fault = fault(
                Code.ABORTED,
                ENDORSE,
                "chaincode response 500, NOT_FOUND,REV_MISMATCH: a record named does not exist key=PTY!pty-a");

        assertThat(fault.kind()).isEqualTo(Kind.REFUSED);
        assertThat(fault.refusal().orElseThrow().codes()).containsExactly("NOT_FOUND", "REV_MISMATCH");
        assertThat(fault.refusal().orElseThrow().message())
                .isEqualTo("NOT_FOUND,REV_MISMATCH: a record named does not exist key=PTY!pty-a");
    }

    @Test
    void a_refused_question_has_its_refusal_in_the_status_text() {
        GatewayFault fault = fault(
                Code.UNKNOWN,
                "evaluate call to endorser returned error: chaincode response 500, NOT_FOUND: a record named does not"
                        + " exist");

        assertThat(fault.kind()).isEqualTo(Kind.REFUSED);
        assertThat(fault.refusal().orElseThrow().codes()).containsExactly("NOT_FOUND");
    }

    @Test
    void a_refusal_by_the_second_endorser_only_is_a_disagreement() {
        GatewayFault fault =
                fault(Code.ABORTED, COLLECT, "chaincode response 500, NOT_FOUND: a record named does not exist");

        assertThat(fault.kind()).isEqualTo(Kind.DISAGREEMENT);
    }

    @Test
    void different_results_are_a_disagreement() {
        assertThat(fault(Code.ABORTED, COLLECT, "ProposalResponsePayloads do not match")
                        .kind())
                .isEqualTo(Kind.DISAGREEMENT);
    }

    @Test
    void a_full_peer_is_busy() {
        assertThat(fault(Code.UNKNOWN, "too many requests for /gateway.Gateway, exceeding concurrency limit (500)")
                        .kind())
                .isEqualTo(Kind.BUSY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "received unsuccessful response from orderer: status=BAD_REQUEST, info=error unmarshalling",
                "received unsuccessful response from orderer: status=FORBIDDEN, info=implicit policy evaluation failed"
            })
    void what_an_orderer_refuses_it_refuses_again_and_another_may_have_taken(String text) {
        GatewayFault fault = fault(Code.ABORTED, text);

        assertThat(fault.kind()).isEqualTo(Kind.DENIED);
        assertThat(fault.isRefusal()).isTrue();
    }

    @Test
    void bft_orderers_refuse_where_each_that_answers_does() {
        String bft =
                "insufficient number of orderers could successfully process transaction to satisfy quorum requirement";
        String denied = "received unsuccessful response from orderer: status=FORBIDDEN, info=permission denied";
        String taken =
                "received unsuccessful response from orderer: status=SERVICE_UNAVAILABLE, info=request already processed";

        assertThat(fault(Code.UNAVAILABLE, bft, denied, "connection refused").isRefusal())
                .isTrue();
        assertThat(fault(Code.UNAVAILABLE, bft, denied, taken).isRefusal()).isFalse();
    }

    @Test
    void an_orderer_that_finds_the_senders_certificate_expired_refuses() {
        assertThat(fault(
                                Code.ABORTED,
                                "received unsuccessful response from orderer: status=BAD_REQUEST, info=broadcast client"
                                        + " identity expired 3m0s before")
                        .isRefusal())
                .isTrue();
    }

    @Test
    void what_the_own_peer_refuses_went_no_further() {
        assertThat(fault(Code.INVALID_ARGUMENT, "prepared transaction must be signed")
                        .kind())
                .isEqualTo(Kind.NOT_ACCEPTED);
    }

    @Test
    void an_expired_certificate_is_named_where_the_peer_says_that_it_reached_nobody() {
        GatewayFault fault = fault(
                Code.UNAVAILABLE,
                "failed to evaluate transaction, see attached details for more info",
                "proposal client identity expired",
                "rpc error: code = Unknown desc = proposal client identity expired");

        assertThat(fault.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(fault.text()).startsWith("the certificate that signs has expired, have it renewed (unavailable: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no orderers could successfully process transaction",
                "insufficient number of orderers could successfully process transaction to satisfy quorum requirement",
                "io exception"
            })
    void what_no_orderer_answered_for_may_have_been_taken(String text) {
        assertThat(fault(Code.UNAVAILABLE, text, "connection refused").kind()).isEqualTo(Kind.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chaincode response 500, [1a2b3c4d]Unsuccessful response received.",
                "chaincode response 500, Unexpected error",
                "error in simulation: failed to execute transaction 00: error sending: timeout expired while executing"
                        + " transaction",
                "error validating proposal: access denied: channel [market-1] creator org [ExchangeMSP]"
            })
    void a_fault_of_shim_or_peer_is_no_refusal_by_the_rules(String detail) {
        GatewayFault fault = fault(Code.ABORTED, ENDORSE, detail);

        assertThat(fault.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(fault.refusal()).isEmpty();
        assertThat(fault.text()).isEqualTo("aborted: " + ENDORSE + "; " + detail);
    }

    private static GatewayFault fault(Code code, String text, String... details) {
        Status.Builder status = Status.newBuilder().setCode(code.value()).setMessage(text);
        List.of(details)
                .forEach(detail -> status.addDetails(Any.pack(ErrorDetail.newBuilder()
                        .setAddress("peer0.exchange.example:7051")
                        .setMspId("ExchangeMSP")
                        .setMessage(detail)
                        .build())));
        return GatewayFault.of(new GatewayException(StatusProto.toStatusRuntimeException(status.build())));
    }
}
