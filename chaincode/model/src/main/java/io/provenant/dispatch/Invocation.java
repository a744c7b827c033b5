package io.provenant.dispatch;

import java.util.Optional;

/**
 * One call of the chaincode, as the edge found it.
 *
 * @param ms the proposal's time, UTC milliseconds
 * @param command the first argument
 * @param envelope the second argument, canonical JSON
 * @param document the transient member {@code document}, only read by {@code document:deposit}
 */
public record Invocation(
        String channel,
        String txId,
        long ms,
        Invoker invoker,
        String command,
        String envelope,
        Optional<String> document) {}
