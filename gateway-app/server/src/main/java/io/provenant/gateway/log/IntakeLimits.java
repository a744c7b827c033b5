package io.provenant.gateway.log;

/**
 * What one file may hold.
 *
 * @param lineBytes the longest line
 * @param lines the most lines
 * @param fileBytes the longest file
 */
public record IntakeLimits(int lineBytes, int lines, long fileBytes) {

    /** Lines of 64 KiB, 100,000 of them, 128 MiB in all: a batch stands in memory until it is on disk. */
    public static IntakeLimits usual() {
        return new IntakeLimits(64 << 10, 100_000, 128L << 20);
    }

    /** Lines of 1 MiB, as lineage events with many columns are. */
    public static IntakeLimits events() {
        return new IntakeLimits(1 << 20, 10_000, 128L << 20);
    }
}
