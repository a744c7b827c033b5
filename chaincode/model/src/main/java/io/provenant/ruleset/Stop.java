package io.provenant.ruleset;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import java.util.List;

/**
 * An emergency stop of some uses under a regime (domain 4.3); it has force while its head names it. A dimension whose
 * list is empty is not restricted to anything.
 */
public record Stop(JsonObject json) implements Entry {

    /** {@code RST!stopId}. */
    public static final EntryType<Stop> TYPE = EntryType.record("RST", "Stop", Stop::new);

    private static final String ACTIVE = "ACTIVE";

    /** The key of a stop. */
    public static Key<Stop> key(String stopId) {
        return TYPE.key(stopId);
    }

    /** True if it stops at this UTC millisecond: until exclusive. */
    public boolean isInForceAt(long ms) {
        return state().filter(ACTIVE::equals).isPresent() && ms < json.integer("untilMs");
    }

    /** Purposes that are stopped, with all narrower ones. */
    public List<String> purposeCodes() {
        return json.texts("purposeCodes");
    }

    /** Modes of delivery that are stopped. */
    public List<String> modeCodes() {
        return json.texts("modeCodes");
    }

    /** Categories that are stopped, with all narrower ones. */
    public List<String> categoryRootCodes() {
        return json.texts("categoryRootCodes");
    }

    /** Regions that are stopped. */
    public List<String> regionCodes() {
        return json.texts("regionCodes");
    }

    /** Sectors that are stopped. */
    public List<String> sectorCodes() {
        return json.texts("sectorCodes");
    }
}
