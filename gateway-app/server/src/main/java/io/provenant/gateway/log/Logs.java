package io.provenant.gateway.log;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The logs of a gateway by their origin, such as one for trade records and one for lineage. */
public final class Logs implements AutoCloseable {

    private final Map<String, Log> byOrigin = new ConcurrentSkipListMap<>();

    /** Adds a log that was opened; an origin has one log. */
    public void add(Log log) {
        if (byOrigin.putIfAbsent(log.origin().value(), log) != null) {
            throw new IllegalStateException("a log of this origin is open: " + log.origin());
        }
    }

    /** The log of this origin, or nothing. */
    public Optional<Log> find(String origin) {
        return Optional.ofNullable(byOrigin.get(origin));
    }

    /** All logs, by origin. */
    public Collection<Log> all() {
        return byOrigin.values();
    }

    @Override
    public void close() {
        byOrigin.values().forEach(Log::close);
    }
}
