package io.provenant.usage.decision;

import io.provenant.ledger.ReasonCode;
import io.provenant.usage.DutyKind;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the rules found: every failure, each once, and the duties under which data with open withdrawals may be used. */
final class Findings {

    private final SortedSet<DecisionReason> reasons = new TreeSet<>();
    private final SortedSet<DutyKind> duties = new TreeSet<>();

    /** A failure of a record. */
    void fail(UsageRule rule, ReasonCode code, String refId) {
        reasons.add(new DecisionReason(rule.code(), code, Optional.of(refId)));
    }

    /** A failure of the request itself. */
    void fail(UsageRule rule, ReasonCode code) {
        reasons.add(new DecisionReason(rule.code(), code, Optional.empty()));
    }

    /** A failure of a record unless the condition holds. */
    void require(boolean holds, UsageRule rule, ReasonCode code, String refId) {
        if (!holds) {
            fail(rule, code, refId);
        }
    }

    /** A duty under which the use may be permitted. */
    void owe(DutyKind duty) {
        duties.add(duty);
    }

    /** All failures, in order. */
    List<DecisionReason> reasons() {
        return List.copyOf(reasons);
    }

    /** The duties that rules asked for. */
    SortedSet<DutyKind> duties() {
        return new TreeSet<>(duties);
    }
}
