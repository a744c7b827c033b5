package io.provenant.gateway.log;

import io.provenant.gateway.vault.VaultSettings;
import io.provenant.merkle.LogOrigin;

/**
 * What a log is.
 *
 * @param maxDelayS the delay promised; what {@code log:open} recorded
 */
public record LogSettings(LogOrigin origin, MarketId market, long maxDelayS, IntakeLimits limits, VaultSettings vault) {

    /** A log with the usual limits. */
    public static LogSettings of(LogOrigin origin, MarketId market, long maxDelayS) {
        return new LogSettings(origin, market, maxDelayS, IntakeLimits.usual(), VaultSettings.usual());
    }
}
