package io.provenant.usage;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;

/** Permit or refusal of a request, with every reason and everything that was read (domain 4.7); written once. */
public record UsageDecision(JsonObject json) implements Entry {

    /** {@code DEC!requestId}. */
    public static final EntryType<UsageDecision> TYPE = EntryType.record("DEC", "UsageDecision", UsageDecision::new);

    private static final String[] ANSWER = {"outcome", "reasons", "moreReasons", "duties", "validUntilMs", "usesMax"};

    /** What a decision says. */
    public enum Verdict {
        PERMIT,
        DENY
    }

    /** The key of a request's decision. */
    public static Key<UsageDecision> key(RequestId id) {
        return TYPE.key(id.value());
    }

    /** What it says. */
    public Verdict verdict() {
        return Verdict.valueOf(json.text("outcome"));
    }

    /** True if the use was permitted. */
    public boolean isPermit() {
        return verdict() == Verdict.PERMIT;
    }

    /** What {@code usage:decide} answers, also when it is sent again (domain 3a.1). */
    public static JsonObject answer(JsonObject decision) {
        JsonObject answer = JsonObject.empty();
        for (String name : ANSWER) {
            answer = decision.has(name) ? answer.with(name, decision.value(name)) : answer;
        }
        return answer;
    }
}
