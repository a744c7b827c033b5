package io.provenant.gateway.ledger.fabric;

import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.commit.Commits;

/** How far one try to submit came. */
sealed interface Step {

    /** Sent; the blocks will say. */
    record Sent(Commits.Awaited awaited) implements Step {}

    /** Over, and nothing was sent. */
    record Over(Submission submission) implements Step {}

    /** Nothing was sent, and a moment later it may go; else this is how it ended. */
    record Again(Submission otherwise) implements Step {}
}
