package io.provenant.network.identity;

import java.time.Duration;
import java.time.Instant;

/** The time in which a certificate is valid, both ends included, in whole seconds as X.509 keeps them. */
public record Validity(Instant notBefore, Instant notAfter) {

    /** How far a certificate reaches back, for machines whose clocks run behind. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    public Validity {
        if (!notBefore.isBefore(notAfter)) {
            throw new IllegalArgumentException(
                    "a certificate ends after it begins: notBefore " + notBefore + ", notAfter " + notAfter);
        }
    }

    /** From a little before {@code now} until {@code span} after it. */
    public static Validity from(Instant now, Duration span) {
        return new Validity(now.minus(SKEW), now.plus(span));
    }

    /**
     * A time that ended just before {@code now} and began after that of an authority made now; of a certificate that is
     * older than its authority, no chain is valid.
     */
    public static Validity expired(Instant now) {
        return new Validity(now.minus(SKEW).plusSeconds(30), now.minusSeconds(1));
    }

    /** A time that begins an hour after {@code now}. */
    public static Validity notYet(Instant now) {
        return new Validity(now.plus(Duration.ofHours(1)), now.plus(Duration.ofDays(2)));
    }
}
