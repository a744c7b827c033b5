package io.provenant.gateway.ledger.fabric;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the sending again of one envelope stands. Pauses double, up to a minute; up to an hour while it is refused.
 *
 * @param since when this process first saw that it has no ending
 * @param refusals how often in a row it was refused for what it is
 * @param says what the last answer was
 */
record Resending(Instant since, Instant dueAt, Duration pause, int refusals, String says) {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REFUSED = Duration.ofHours(1);

    static Resending first(Instant now, Duration pause) {
        return new Resending(now, now.plus(pause), pause, 0, "sent, and in no block yet");
    }

    Resending sentAt(Instant now) {
        Duration longest = refusals == 0 ? LONGEST : LONGEST_REFUSED;
        Duration doubled = pause.multipliedBy(2);
        Duration next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return new Resending(since, now.plus(next), next, refusals, says);
    }

    Resending answered(Optional<GatewayFault> fault) {
        boolean isRefused = fault.filter(GatewayFault::isRefusal).isPresent();
        String answer = fault.map(GatewayFault::text).orElse("taken again, and in no block yet");
        return new Resending(since, dueAt, pause, isRefused ? refusals + 1 : 0, answer);
    }
}
