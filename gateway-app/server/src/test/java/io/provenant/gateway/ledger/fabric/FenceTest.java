package io.provenant.gateway.ledger.fabric;

import static io.provenant.gateway.testing.TestMarket.ASSOCIATION;
import static io.provenant.gateway.testing.TestMarket.EXCHANGE;
import static io.provenant.gateway.testing.TestMarket.REGULATOR;
import static io.provenant.gateway.testing.TestMarket.committed;
import static io.provenant.gateway.testing.TestMarket.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.commit.HookedOutbox;
import io.provenant.gateway.ledger.commit.MemoryOutbox;
import io.provenant.gateway.ledger.commit.OutboxEntry;
import io.provenant.gateway.testing.TestMarket;
import io.provenant.gateway.testing.TestProposals;
import io.provenant.ledger.Role;
import java.nio.file.Path;
import java.time.Duration;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tick between endorsement and order, on the real chaincode. */
class FenceTest {

    private static final Duration TEN_MINUTES = Duration.ofSeconds(601);

    @TempDir
    Path folder;

    @Test
    void what_a_tick_was_in_the_way_of_is_endorsed_afresh_and_committed() {
        declareAcrossATick(
                "ast-fenced",
                (market, exchange, before) -> market.node().ledger().height() > before);
    }

    @Test
    void what_was_sent_into_the_void_is_over_at_the_tick_and_goes_again() {
        declareAcrossATick("ast-void", (market, exchange, before) -> exchange.height() >= before);
    }

    /** When the declaration is let go on to the orderer, after the tick was sent. */
    private interface Moment {
        boolean isThere(TestMarket market, FabricLedgerClient exchange, long heightBefore);
    }

    private void declareAcrossATick(String asset, Moment moment) {
        HookedOutbox outbox = new HookedOutbox(new MemoryOutbox());
        try (TestMarket market = TestMarket.start(folder);
                FabricLedgerClient exchange = market.client(EXCHANGE, outbox);
                FabricLedgerClient regulator = market.client(REGULATOR, new MemoryOutbox());
                FabricLedgerClient association = market.client(ASSOCIATION, new MemoryOutbox())) {
            TestMarket.found(exchange, regulator, association);
            long before = market.node().ledger().height();
            outbox.afterNextWrite(() -> {
                tick(market);
                await().until(() -> moment.isThere(market, exchange, before));
            });

            Submission.Committed done =
                    committed(exchange.submit(TestMarket.provider(), TestMarket.declaration(asset)));

            assertThat(done.retried()).contains("fence");
            assertThat(done.blockNumber()).isGreaterThan(before);
            assertThat(outbox.open()).extracting(OutboxEntry::command).isEmpty();
        }
    }

    private static void tick(TestMarket market) {
        ManagedChannel channel = market.peer(ASSOCIATION).open();
        try {
            Transaction tick = TestProposals.endorsedLater(
                    channel,
                    market.keys(ASSOCIATION),
                    person(ASSOCIATION, Role.LOG_OPERATOR),
                    "market:tick",
                    TEN_MINUTES);
            tick.submitAsync();
        } catch (SubmitException e) {
            throw new IllegalStateException(e);
        } finally {
            channel.shutdownNow();
        }
    }
}
