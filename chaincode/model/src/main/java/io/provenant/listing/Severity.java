package io.provenant.listing;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.RuleSetIncompleteException;
import io.provenant.ledger.Rules;
import io.provenant.ruleset.BeijingDate;

/**
 * How grave an entry is; it says how long it stays (section {@code listWindows}, rows
 * {@code {severity, minMonths, maxMonths}}, calendar months from the date of the document).
 */
public enum Severity {
    MINOR,
    GENERAL,
    SERIOUS;

    private static final String SECTION = "listWindows";

    /** Until when an entry stays at least, before a repair may end it; UTC milliseconds. */
    long minUntilMs(BeijingDate documentDate, Rules.RuleSections rules) {
        return documentDate.plusMonths(window(rules).integer("minMonths")).endMs();
    }

    /** Until when an entry stays at most; UTC milliseconds. */
    long maxUntilMs(BeijingDate documentDate, Rules.RuleSections rules) {
        return documentDate.plusMonths(window(rules).integer("maxMonths")).endMs();
    }

    private JsonObject window(Rules.RuleSections rules) {
        return rules.rows(SECTION).stream()
                .filter(row -> row.text("severity").equals(name()))
                .findFirst()
                .orElseThrow(() -> new RuleSetIncompleteException(rules.ruleSetId(), SECTION + "/" + name()));
    }
}
