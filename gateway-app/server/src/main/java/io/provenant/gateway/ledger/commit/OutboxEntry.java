package io.provenant.gateway.ledger.commit;

import io.provenant.gateway.ledger.Signatory;
import java.util.Optional;

/**
 * A signed envelope in the outbox.
 *
 * @param reference the sender's own name for the request
 * @param afterBlock the newest block known when it was written: it is in a later one, or in none
 * @param ending how it ended; absent while nobody knows
 */
public record OutboxEntry(
        SignedEnvelope envelope,
        Signatory as,
        String command,
        Optional<String> reference,
        long afterBlock,
        Optional<Ending> ending) {}
