package io.provenant.gateway;

import io.grpc.ManagedChannel;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What the caller hands in instead of having the gateway make it from its settings.
 *
 * @param channel to the organisation's peer, such as an in-process one; the caller closes it
 * @param database the caller closes it
 */
public record GatewayParts(Optional<ManagedChannel> channel, Optional<DataSource> database, Clock clock) {

    /** Nothing: everything is made from the settings. */
    public static GatewayParts none() {
        return new GatewayParts(Optional.empty(), Optional.empty(), Clock.systemUTC());
    }

    /** The same with this channel. */
    public GatewayParts withChannel(ManagedChannel given) {
        return new GatewayParts(Optional.of(given), database, clock);
    }

    /** The same with this database. */
    public GatewayParts withDatabase(DataSource given) {
        return new GatewayParts(channel, Optional.of(given), clock);
    }

    /** The same with this clock. */
    public GatewayParts withClock(Clock given) {
        return new GatewayParts(channel, database, given);
    }
}
