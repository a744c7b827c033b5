package io.provenant.ruleset;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import java.util.List;
import java.util.Optional;

/** Names the rule set in force for a regime; {@code MARKET} heads all that is not bound to one (domain 4.3). */
public record RuleHead(JsonObject json) implements Entry {

    /** {@code RHD!regime}. */
    public static final EntryType<RuleHead> TYPE = EntryType.record("RHD", "RuleHead", RuleHead::new);

    /** The head for every command that is not bound to a regime. */
    public static final String MARKET = "MARKET";

    /** The key of a regime's head. */
    public static Key<RuleHead> key(String regime) {
        return TYPE.key(regime);
    }

    /** The own fields of a head whose rule set is in force at once. */
    public static JsonObject first(RuleSetId ruleSet) {
        return JsonObject.empty().with("currentId", ruleSet.value()).withTexts("stopIds", List.of());
    }

    /**
     * The rule set in force at this time: the next one once its moment has come; nothing while a regime's first one
     * waits for its moment.
     */
    public Optional<RuleSetId> inForceAt(long ms) {
        boolean next =
                json.optionalInteger("nextFromMs").filter(from -> ms >= from).isPresent();
        return json.optionalText(next ? "nextId" : "currentId").map(RuleSetId::new);
    }

    /** Emergency stops named by this head. */
    public List<String> stopIds() {
        return json.texts("stopIds");
    }
}
