package io.provenant.ledger;

import io.provenant.canonical.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The versions of a record type's schema, oldest first. A stored value of any of them reads as one of the newest and is
 * stored as such when it is next written; a version that this code does not know is refused, never guessed at.
 */
public final class RecordSchema {

    /** What every type began with. */
    public static final String FIRST_VERSION = "1.0.0";

    private static final Pattern VERSION = Pattern.compile("[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}");
    private static final String FIELD = "schemaVersion";

    private final List<Step> steps;

    /** A version and how a value of the one before becomes one of it. */
    private record Step(String version, UnaryOperator<JsonObject> upcast) {}

    private RecordSchema(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** The schema of a type that never changed. */
    public static RecordSchema first() {
        return new RecordSchema(List.of(new Step(FIRST_VERSION, UnaryOperator.identity())));
    }

    /**
     * The same with a next version.
     *
     * @param upcast gives a stored value of the version before the new one's own fields; it may look at nothing else, for
     *     every peer must read the same
     */
    public RecordSchema then(String version, UnaryOperator<JsonObject> upcast) {
        if (!VERSION.matcher(version).matches() || knows(version)) {
            throw new IllegalArgumentException("a next version is n.n.n and new, not " + version);
        }
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(version, upcast));
        return new RecordSchema(longer);
    }

    /** The newest version, in which values are written. */
    public String version() {
        return steps.get(steps.size() - 1).version();
    }

    /** Whether values of this version can be read. */
    public boolean knows(String version) {
        return place(version) >= 0;
    }

    /**
     * A stored value as one of the newest version.
     *
     * @throws UnknownSchemaException where its version is none of these
     */
    public JsonObject upcast(String key, JsonObject stored) {
        String found = stored.optionalText(FIELD).orElse("none");
        int place = place(found);
        if (place < 0) {
            throw new UnknownSchemaException(key, found, version());
        }
        JsonObject value = stored;
        for (Step step : steps.subList(place + 1, steps.size())) {
            value = step.upcast().apply(value).with(FIELD, step.version());
        }
        return value;
    }

    private int place(String version) {
        for (int place = 0; place < steps.size(); place++) {
            if (steps.get(place).version().equals(version)) {
                return place;
            }
        }
        return -1;
    }
}
