package io.provenant.ruleset;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import java.util.List;
import java.util.Optional;

/** Section names and their hashes; immutable once approved (INV-R1). */
public record RuleSet(JsonObject json) implements Entry {

    /** {@code RUL!ruleSetId}. */
    public static final EntryType<RuleSet> TYPE = EntryType.record("RUL", "RuleSet", RuleSet::new);

    /** The key of a rule set. */
    public static Key<RuleSet> key(RuleSetId id) {
        return TYPE.key(id.value());
    }

    /** The hash of a section, or nothing where the set has none of this name. */
    public Optional<Digest> section(String name) {
        return json.object("sections").optionalText(name).map(Digest::new);
    }

    /** The regimes it covers. */
    public List<String> regimes() {
        return json.texts("regimes");
    }

    /** UTC milliseconds at which its consultation began. */
    public long consultFromMs() {
        return json.integer("consultFromMs");
    }
}
