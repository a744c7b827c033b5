package io.provenant.ledger;

import io.provenant.canonical.JsonObject;
import java.util.List;

/** What a command led to. */
public sealed interface Outcome {

    /** Accepted without a change: the same answer to the same command sent twice. */
    static Outcome unchanged(JsonObject answer) {
        return new Accepted(List.of(), answer);
    }

    /** Accepted with an empty answer. */
    static Outcome accepted(Change... changes) {
        return new Accepted(List.of(changes), JsonObject.empty());
    }

    /** Refused for one reason. */
    static Outcome rejected(ReasonCode code, Detail... details) {
        return new Rejected(List.of(new Reason(code, List.of(details))));
    }

    /** The changes to write and what the client is told. */
    record Accepted(List<Change> changes, JsonObject answer) implements Outcome {
        /** Copies the changes in. */
        public Accepted {
            changes = List.copyOf(changes);
        }
    }

    /** Why nothing is written; never empty. */
    record Rejected(List<Reason> reasons) implements Outcome {
        /** Copies the reasons in. */
        public Rejected {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }

        /** The message of the error response (domain 3a.1). */
        public String message() {
            return RefusalText.of(reasons);
        }
    }
}
