package io.provenant.ruleset;

import java.time.LocalDate;

/**
 * A calendar day in Beijing: UTC+08:00 all year, by arithmetic and never by a time zone database (domain 3.6,
 * determinism D13).
 */
public record BeijingDate(LocalDate date) implements Comparable<BeijingDate> {

    private static final long DAY_MS = 86_400_000;
    private static final long OFFSET_MS = 8 * 3_600_000;

    /** The day to which a UTC millisecond belongs. */
    public static BeijingDate of(long ms) {
        return new BeijingDate(LocalDate.ofEpochDay(Math.floorDiv(Math.addExact(ms, OFFSET_MS), DAY_MS)));
    }

    /** So many days later. */
    public BeijingDate plusDays(long days) {
        return new BeijingDate(date.plusDays(days));
    }

    /** So many calendar months later; the last day of a month that has no such day. */
    public BeijingDate plusMonths(long months) {
        return new BeijingDate(date.plusMonths(months));
    }

    /** 23:59:59.999 of the day, UTC milliseconds: when what is due on it is due. */
    public long endMs() {
        return Math.addExact(date.toEpochDay(), 1) * DAY_MS - OFFSET_MS - 1;
    }

    @Override
    public int compareTo(BeijingDate other) {
        return date.compareTo(other.date);
    }

    /** {@code YYYY-MM-DD}. */
    @Override
    public String toString() {
        return date.toString();
    }
}
