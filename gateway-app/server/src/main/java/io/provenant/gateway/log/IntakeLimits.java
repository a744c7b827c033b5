package io.provenant.gateway.log;

/**
 * What one file may hold.
 *
 * @param lineBytes the longest line
 * @param lines the most lines
 */
public record IntakeLimits(int lineBytes, int lines) {

    /** Lines of 64 KiB, 100,000 of them. */
    public static IntakeLimits usual() {
        return new IntakeLimits(64 << 10, 100_000);
    }
}
