package io.provenant.ruleset;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.CommonFields;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.PartyId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

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

    /** Who proposed it: while the consultation runs nobody else has written it. */
    public PartyId consultedBy() {
        return new PartyId(json.text("byParty"));
    }

    /** The heads that name it once it is adopted: MARKET and its regimes, or the convention of its association. */
    public List<String> heads() {
        return heads(json);
    }

    /** The heads that a rule set with these fields comes to. */
    public static List<String> heads(JsonObject ruleSet) {
        SortedSet<String> heads = new TreeSet<>();
        if (ruleSet.text("kind").equals(RuleSetKind.CONVENTION.name())) {
            heads.add("convention:" + ruleSet.text("associationId"));
        } else {
            heads.add(RuleHead.MARKET);
            heads.addAll(ruleSet.texts("regimes"));
        }
        return List.copyOf(heads);
    }

    /** All its own fields. */
    JsonObject ownFields() {
        return CommonFields.own(this);
    }
}
