package io.provenant.gateway.log;

import java.time.Duration;

/**
 * When a head goes to the ledger: nothing new, no anchor; else after so many leaves or so long (INV-L4).
 *
 * @param every the rule set's {@code anchorEveryS}
 * @param leaves the rule set's {@code anchorEveryLeaves}
 */
public record AnchorPolicy(Duration every, long leaves) {

    /** Every 5 seconds or 10,000 leaves. */
    public static AnchorPolicy usual() {
        return new AnchorPolicy(Duration.ofSeconds(5), 10_000);
    }

    boolean isDue(long fresh, Duration waited) {
        return fresh >= leaves || waited.compareTo(every) >= 0;
    }
}
