package io.provenant.dispatch;

import io.provenant.ledger.Outcome;
import io.provenant.ledger.Read;
import java.util.List;
import java.util.Optional;

/** What the chaincode answers. */
public sealed interface Result {

    /**
     * Status 200.
     *
     * @param payload canonical JSON
     * @param writes in ascending order of their keys
     * @param event the payload of the one event, absent where nothing public was written
     * @param reads what the command read
     */
    record Success(String payload, List<Write> writes, Optional<String> event, List<Read> reads) implements Result {
        /** Copies the lists in. */
        public Success {
            writes = List.copyOf(writes);
            reads = List.copyOf(reads);
        }
    }

    /** Status 500; {@link Outcome.Rejected#message()} is its message. */
    record Refusal(Outcome.Rejected rejected, List<Read> reads) implements Result {
        /** Copies the reads in. */
        public Refusal {
            reads = List.copyOf(reads);
        }

        /** {@code CODE[,CODE…]: text}. */
        public String message() {
            return rejected.message();
        }
    }
}
