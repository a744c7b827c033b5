package io.provenant.ledger;

import java.util.List;

/** Why a command is refused: a code of the table and what it concerns. */
public record Reason(ReasonCode code, List<Detail> details) {

    /** Copies the details in. */
    public Reason {
        details = List.copyOf(details);
    }
}
