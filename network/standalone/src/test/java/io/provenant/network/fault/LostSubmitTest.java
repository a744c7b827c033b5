package io.provenant.network.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.grpc.ManagedChannel;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.fabric.FabricLedgerClient;
import io.provenant.gateway.ledger.fabric.Limits;
import io.provenant.network.fabric.NodeControl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A single Raft orderer says SUCCESS before it has written anything: what it then loses, the outbox sends again. */
@OnRealFabric
class LostSubmitTest {

    private static final int AT_ONCE = 40;
    private static final int ROUNDS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Long waits for the block, and a resend that comes only after the orderer is back and was seen without it. */
    private static final Limits PATIENT = FaultyLedger.LIMITS.waiting(PATIENCE, Duration.ofSeconds(12));

    @Test
    void what_an_orderer_accepted_and_lost_is_committed_once_all_the_same() {
        assumeThat(FaultyLedger.isBft())
                .as("BFT answers once a quorum has it; see OrdererFaultTest")
                .isFalse();
        AcceptedSubmits accepted = new AcceptedSubmits();
        try (FaultyLedger ledger = FaultyLedger.up(FaultyLedger.newFolder(), 1)) {
            ManagedChannel channel = ledger.connect(accepted);
            try (FabricLedgerClient client = ledger.client(channel, PATIENT)) {
                int lost = 0;
                for (int round = 0; round < ROUNDS && lost == 0; round++) {
                    lost = lostWhenKilled(ledger, client, accepted);
                }

                assertThat(lost)
                        .as("accepted by the orderer, and in no block when it was back")
                        .isPositive();
            } finally {
                channel.shutdownNow();
            }
        }
    }

    /** How many were accepted and lost; returns when all are committed, each once. */
    private static int lostWhenKilled(FaultyLedger ledger, FabricLedgerClient client, AcceptedSubmits accepted) {
        NodeControl orderer = ledger.network().orderer(1);
        List<NewSection> sections = new ArrayList<>();
        List<CompletableFuture<Submission>> sent = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            NewSection section = NewSection.next();
            sections.add(section);
            sent.add(client.submitAsync(FaultyLedger.FOUNDER, section.command()));
        }
        Set<String> before = accepted.txIds();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(1))
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(() -> accepted.txIds().size() > before.size());
        orderer.kill();
        Set<String> taken = new TreeSet<>(accepted.txIds());
        taken.removeAll(before);
        orderer.start();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> ledger.network().leader().isPresent());
        Faults.hold(Duration.ofSeconds(2)); // what it still had is in a block by now
        Set<String> open = ledger.outbox().open().stream()
                .map(entry -> entry.envelope().txId())
                .collect(Collectors.toSet());
        taken.retainAll(open);

        assertThat(sent.stream().map(CompletableFuture::join)).allMatch(Submission.Committed.class::isInstance);
        Submission.Committed end = new Insistence(client)
                .submit(FaultyLedger.FOUNDER, NewSection.next().command());
        List<String> written = Chain.upTo(ledger.ledger(), end.blockNumber())
                .keysWritten("rules:addSection")
                .map(key -> key.substring(key.indexOf('!') + 1))
                .toList();
        Set<String> wanted = sections.stream().map(NewSection::hash).collect(Collectors.toSet());
        assertThat(written).doesNotHaveDuplicates().containsAll(wanted);
        System.out.println("fault, raft: the only orderer is killed with " + AT_ONCE + " commands on their way: "
                + open.size() + " in no block when it was back, of which it had accepted " + taken.size()
                + "; all were committed once");
        return taken.size();
    }
}
