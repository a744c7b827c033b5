package io.provenant.ledger;

import java.util.ArrayList;
import java.util.List;

/** Collects the refusals of one step of checks: all of a step are reported together, later steps are not tried. */
public final class Refusals {

    private final List<Reason> reasons = new ArrayList<>();

    /** Adds a refusal. */
    public Refusals add(ReasonCode code, Detail... details) {
        reasons.add(new Reason(code, List.of(details)));
        return this;
    }

    /** Adds a refusal unless the condition holds. */
    public Refusals require(boolean holds, ReasonCode code, Detail... details) {
        return holds ? this : add(code, details);
    }

    /** True if nothing was refused so far. */
    public boolean isEmpty() {
        return reasons.isEmpty();
    }

    /** The refusal; only where something was refused. */
    public Outcome.Rejected rejected() {
        return new Outcome.Rejected(reasons);
    }

    /** What was refused so far. */
    public List<Reason> reasons() {
        return List.copyOf(reasons);
    }
}
