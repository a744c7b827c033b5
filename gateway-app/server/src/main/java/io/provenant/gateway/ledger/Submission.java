package io.provenant.gateway.ledger;

import io.provenant.canonical.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How a submitted command ended, by the phase in which it ended. A write that may have happened is never a failure. */
public sealed interface Submission {

    /**
     * In a block and valid.
     *
     * @param writes {@code {key, rev}} or {@code {key, deleted}} for each public key written, ascending
     * @param retried why it was endorsed more than once, such as {@code fence}
     */
    record Committed(
            String txId, long blockNumber, JsonObject answer, List<JsonObject> writes, Optional<String> retried)
            implements Submission {
        /** Copies the writes in. */
        public Committed {
            writes = List.copyOf(writes);
        }
    }

    /**
     * The rules refused; nothing was sent.
     *
     * @param codes the reason codes, ascending; the message is theirs, {@code CODE[,CODE…]: text}
     */
    record Refused(List<String> codes, String message) implements Submission {
        /** Copies the codes in. */
        public Refused {
            codes = List.copyOf(codes);
        }
    }

    /**
     * In a block and invalid: a record that it read had changed, each time it was tried afresh, or the peers found
     * another fault, which no retry mends. Or in no block when the fence ticked, {@code FENCE_PASSED}: it never will be.
     *
     * @param txId the last attempt
     * @param validationCode Fabric's name of it, such as {@code MVCC_READ_CONFLICT}
     * @param staleKeys keys that were read at another version than they had; empty where the block does not show it
     * @param attempts how often it was endorsed and ordered
     */
    record Conflict(String txId, long blockNumber, String validationCode, List<String> staleKeys, int attempts)
            implements Submission {
        /** Copies the keys in. */
        public Conflict {
            staleKeys = List.copyOf(staleKeys);
        }
    }

    /** Nothing was sent to the orderer. */
    record Unavailable(String why) implements Submission {}

    /**
     * Sent, and in no block so far. The same envelope is sent again until the block stream has spoken; after the next
     * tick of the fence it can no longer become valid.
     */
    record Indeterminate(String txId) implements Submission {}

    /** The answer of the function for this case. */
    default <T> T match(
            Function<Committed, T> committed,
            Function<Refused, T> refused,
            Function<Conflict, T> conflict,
            Function<Unavailable, T> unavailable,
            Function<Indeterminate, T> indeterminate) {
        if (this instanceof Committed some) {
            return committed.apply(some);
        }
        if (this instanceof Refused some) {
            return refused.apply(some);
        }
        if (this instanceof Conflict some) {
            return conflict.apply(some);
        }
        return this instanceof Unavailable some ? unavailable.apply(some) : indeterminate.apply((Indeterminate) this);
    }
}
