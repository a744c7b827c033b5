package io.provenant.gateway.ledger.fabric;

import static io.provenant.gateway.testing.TestMarket.ASSOCIATION;
import static io.provenant.gateway.testing.TestMarket.EXCHANGE;
import static io.provenant.gateway.testing.TestMarket.REGULATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Any;
import io.grpc.ClientInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.commit.MemoryOutbox;
import io.provenant.gateway.testing.TestMarket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a peer of Fabric says of a transaction that is ordered all the same, or is lost though it was taken: nobody is
 * told that it failed, and nothing is there twice.
 */
class SubmitFaultsTest {

    @TempDir
    static Path folder;

    private static TestMarket market;

    private final AtomicInteger submits = new AtomicInteger();

    @BeforeAll
    static void found() {
        market = TestMarket.start(folder);
        try (FabricLedgerClient exchange = market.client(EXCHANGE, new MemoryOutbox());
                FabricLedgerClient regulator = market.client(REGULATOR, new MemoryOutbox());
                FabricLedgerClient association = market.client(ASSOCIATION, new MemoryOutbox())) {
            TestMarket.found(exchange, regulator, association);
        }
    }

    @AfterAll
    static void stop() {
        market.close();
    }

    @Test
    void bft_orderers_that_have_processed_it_already_say_that_too_few_took_it() {
        Submission ended = submitted(new FaultySubmit(
                submits,
                1,
                true,
                status(
                        Status.Code.UNAVAILABLE,
                        "insufficient number of orderers could successfully process transaction to satisfy quorum"
                                + " requirement",
                        "received unsuccessful response from orderer: status=SERVICE_UNAVAILABLE, info=failed to submit"
                                + " request: request already processed")));

        assertThat(ended).isInstanceOf(Submission.Committed.class);
    }

    @Test
    void a_raft_leader_that_took_it_and_lost_it_gets_the_same_envelope_again() {
        Submission ended = submitted(new FaultySubmit(submits, 1, false, Optional.empty()));

        assertThat(ended).isInstanceOf(Submission.Committed.class);
        assertThat(submits).hasValueGreaterThan(1);
    }

    @Test
    void an_orderer_that_refuses_what_another_one_ordered_is_not_believed() {
        Submission ended = submitted(new FaultySubmit(
                submits,
                1,
                true,
                status(
                        Status.Code.ABORTED,
                        "received unsuccessful response from orderer: status=FORBIDDEN, info=permission denied")));

        assertThat(ended).isInstanceOf(Submission.Committed.class);
    }

    @Test
    void a_peer_with_too_many_calls_is_asked_again_in_a_moment() {
        Submission ended = submitted(new FaultySubmit(
                submits,
                3,
                false,
                status(
                        Status.Code.UNKNOWN,
                        "too many requests for /gateway.Gateway, exceeding concurrency limit (500)")));

        assertThat(ended).isInstanceOf(Submission.Committed.class);
        assertThat(submits).hasValue(4);
    }

    @Test
    void a_connection_that_breaks_behind_the_order_changes_nothing() {
        Submission ended =
                submitted(new FaultySubmit(submits, 1, true, status(Status.Code.UNAVAILABLE, "io exception")));

        assertThat(ended).isInstanceOf(Submission.Committed.class);
    }

    @Test
    void what_every_orderer_refuses_is_indeterminate_until_a_person_releases_it_and_is_sent_no_more() {
        FaultySubmit refused = new FaultySubmit(
                submits,
                Integer.MAX_VALUE,
                false,
                status(
                        Status.Code.ABORTED,
                        "received unsuccessful response from orderer: status=BAD_REQUEST, info=broadcast client identity"
                                + " expired"));
        try (FabricLedgerClient client = market.client(TestMarket.settings(EXCHANGE), new MemoryOutbox(), refused)) {
            Submission ended = client.submit(TestMarket.provider(), TestMarket.declaration("ast-" + UUID.randomUUID()));
            assertThat(ended).isInstanceOf(Submission.Indeterminate.class);
            String txId = ((Submission.Indeterminate) ended).txId();
            SentTransactions open = client.openTransactions();
            await().until(() -> open.all().get(0).refusals() > 1);
            assertThat(open.all()).singleElement().satisfies(transaction -> {
                assertThat(transaction.txId()).isEqualTo(txId);
                assertThat(transaction.says()).contains("identity expired");
            });

            assertThat(open.release(txId)).isTrue();
            assertThat(open.release(txId)).isFalse();

            assertThat(open.all()).isEmpty();
            assertThat(client.outcome(txId)).contains(ended);
        }
    }

    private Submission submitted(ClientInterceptor fault) {
        try (FabricLedgerClient client = market.client(TestMarket.settings(EXCHANGE), new MemoryOutbox(), fault)) {
            LedgerCommand declaration = TestMarket.declaration("ast-" + UUID.randomUUID());
            Submission ended = client.submit(TestMarket.provider(), declaration);
            assertThat(client.commits().unended()).isEmpty();
            return ended;
        }
    }

    private static Optional<StatusRuntimeException> status(Status.Code code, String text, String... details) {
        com.google.rpc.Status.Builder status =
                com.google.rpc.Status.newBuilder().setCode(code.value()).setMessage(text);
        for (String detail : details) {
            status.addDetails(
                    Any.pack(ErrorDetail.newBuilder().setMessage(detail).build()));
        }
        return Optional.of(StatusProto.toStatusRuntimeException(status.build()));
    }
}
