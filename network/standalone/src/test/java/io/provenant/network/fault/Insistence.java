package io.provenant.network.fault;

import io.provenant.gateway.ledger.LedgerClient;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.Submission;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;

/**
 * Somebody who wants a command on the ledger, and does as the documents say: where nothing was sent he sends it again,
 * and where nobody knows he waits until the client does.
 */
record Insistence(LedgerClient client) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(200);

    Submission.Committed submit(Signatory as, LedgerCommand command) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(PAUSE)
                .pollDelay(Duration.ZERO)
                .until(() -> attempt(as, command), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Submission.Committed> attempt(Signatory as, LedgerCommand command) {
        return client.submit(as, command)
                .match(
                        Optional::of,
                        refused -> {
                            throw new AssertionError(command.name() + " was refused: " + refused.message());
                        },
                        conflict -> Optional.empty(),
                        unavailable -> Optional.empty(),
                        unknown -> ending(unknown.txId()));
    }

    private Optional<Submission.Committed> ending(String txId) {
        Submission ended = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> client.outcome(txId).orElseThrow(), known -> !(known instanceof Submission.Indeterminate));
        return ended instanceof Submission.Committed committed ? Optional.of(committed) : Optional.empty();
    }
}
