package io.provenant.usage.decision;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.ReasonCode;
import java.util.Comparator;
import java.util.Optional;

/**
 * Why a use is refused: the rule, its code, and the record that failed. In order of code, then rule, then record.
 *
 * @param refId the consent, version, party, list entry or regime; absent where the request itself fails
 */
record DecisionReason(String ruleCode, ReasonCode code, Optional<String> refId) implements Comparable<DecisionReason> {

    private static final Comparator<DecisionReason> ORDER = Comparator.comparing(
                    (DecisionReason reason) -> reason.code().name())
            .thenComparing(DecisionReason::ruleCode)
            .thenComparing(reason -> reason.refId().orElse(""));

    /** The form in which a decision keeps it. */
    JsonObject json() {
        JsonObject json = JsonObject.empty().with("ruleCode", ruleCode).with("reasonCode", code.name());
        return refId.map(id -> json.with("refId", id)).orElse(json);
    }

    @Override
    public int compareTo(DecisionReason other) {
        return ORDER.compare(this, other);
    }
}
