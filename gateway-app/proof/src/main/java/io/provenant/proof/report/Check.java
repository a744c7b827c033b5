package io.provenant.proof.report;

import io.provenant.canonical.JsonObject;
import java.util.Locale;

/** One check of a verification: how it ended, and why. */
public record Check(Step step, Outcome outcome, String why) {

    JsonObject toJson() {
        return JsonObject.empty()
                .with("step", step.number())
                .with("check", step.name())
                .with("outcome", outcome.name())
                .with("why", why);
    }

    String line() {
        return String.format(Locale.ROOT, "%2d  %-14s  %s: %s", step.number(), outcome.word(), step.title(), why);
    }
}
