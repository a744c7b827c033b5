package io.provenant.gateway.interop;

import io.provenant.gateway.log.FaultyLineException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** The time of an event (RFC 3339); what is finer than a millisecond is cut. */
final class EventTime {

    private static final String NAME = "eventTime";
    // RFC 3339 sets no end to a fraction, Java reads nine digits of it.
    private static final Pattern FINER = Pattern.compile("(\\.\\d{9})\\d+");
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private EventTime() {}

    static long ms(EventReader event) throws FaultyLineException {
        String text = event.text(NAME);
        try {
            Instant at = OffsetDateTime.parse(FINER.matcher(text).replaceFirst("$1"))
                    .toInstant()
                    .truncatedTo(ChronoUnit.MILLIS);
            if (at.isBefore(Instant.EPOCH) || !at.isBefore(END)) {
                throw event.wrong(NAME, "expected a time from 1970 to 2099");
            }
            return at.toEpochMilli();
        } catch (DateTimeException e) {
            throw event.wrong(NAME, "expected a date-time with its zone (RFC 3339)");
        }
    }
}
