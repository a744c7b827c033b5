package io.provenant.gateway.ledger.fabric;

import java.time.Duration;

/**
 * How much at once, and how long.
 *
 * @param workers calls of Endorse and Submit at the same time; well under the peer's 500
 * @param inFlight commands accepted and not ended; one more is {@code Unavailable}
 * @param attempts how often a conflict is endorsed afresh, the first time included
 * @param endorse deadline of Endorse and Evaluate
 * @param submit deadline of Submit
 * @param commit how long a submission waits for its block before it is {@code Indeterminate}
 * @param resend the first pause before the same envelope is sent again; it doubles up to a minute
 */
public record Limits(
        int workers, int inFlight, int attempts, Duration endorse, Duration submit, Duration commit, Duration resend) {

    /** For a gateway on a machine of its own. */
    public static Limits usual() {
        return new Limits(
                48,
                2_000,
                5,
                Duration.ofSeconds(35),
                Duration.ofSeconds(35),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5));
    }

    /** The same limits with another wait for the block, and another pause before a resend. */
    public Limits waiting(Duration forCommit, Duration beforeResend) {
        return new Limits(workers, inFlight, attempts, endorse, submit, forCommit, beforeResend);
    }
}
