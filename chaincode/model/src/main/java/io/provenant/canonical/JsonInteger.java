package io.provenant.canonical;

/** An integer that every JSON reader holds exactly: |n| ≤ 2^53 − 1. */
public record JsonInteger(long value) implements JsonValue {

    /** 2^53 − 1, the largest integer of the ledger profile. */
    public static final long MAX = (1L << 53) - 1;

    /** Refuses what an IEEE 754 double would round. */
    public JsonInteger {
        if (value > MAX || value < -MAX) {
            throw new IllegalArgumentException("integer beyond 2^53-1: " + value);
        }
    }
}
