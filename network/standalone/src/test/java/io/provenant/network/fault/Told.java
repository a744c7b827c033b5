package io.provenant.network.fault;

import io.provenant.gateway.ledger.Submission;

/**
 * What the client was told of one try.
 *
 * @param subject what the try was about: the hash of a section, a person, a request
 * @param atNanos when it was told
 */
record Told(String subject, Submission submission, long atNanos) {

    boolean isCommitted() {
        return submission instanceof Submission.Committed;
    }

    /** The kind in one word. */
    String kind() {
        return submission.match(
                committed -> "committed",
                refused -> "refused",
                conflict -> "conflict",
                unavailable -> "unavailable",
                unknown -> "indeterminate");
    }
}
