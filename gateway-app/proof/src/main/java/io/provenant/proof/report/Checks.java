package io.provenant.proof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The checks of one verification, as they are made. */
public final class Checks {

    private final List<Check> made = new ArrayList<>();

    /**
     * Makes a check, and tells whether it passed.
     *
     * @param check gives why it passes; it fails by an {@link IllegalArgumentException} that says why
     */
    public boolean make(Step step, Supplier<String> check) {
        try {
            made.add(new Check(step, Outcome.PASS, check.get()));
            return true;
        } catch (IllegalArgumentException e) {
            made.add(new Check(step, Outcome.FAIL, String.valueOf(e.getMessage())));
            return false;
        }
    }

    /** Notes that checks do not apply, and why. */
    public void skip(String why, Step... steps) {
        for (Step step : steps) {
            made.add(new Check(step, Outcome.NOT_APPLICABLE, why));
        }
    }

    /** Takes over checks that were made apart. */
    public void take(Checks others) {
        made.addAll(others.made);
    }

    /** Why the first check that failed did, if one failed. */
    public Optional<String> failure() {
        return made.stream()
                .filter(check -> check.outcome() == Outcome.FAIL)
                .map(Check::why)
                .findFirst();
    }

    /** True if this check was made and passed. */
    public boolean passed(Step step) {
        return made.stream().anyMatch(check -> check.step() == step && check.outcome() == Outcome.PASS);
    }

    /** True if no check failed. */
    public boolean hold() {
        return failure().isEmpty();
    }

    /** The checks so far, in the order of the steps. */
    public List<Check> inOrder() {
        return made.stream().sorted((a, b) -> a.step().compareTo(b.step())).toList();
    }
}
