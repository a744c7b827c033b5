package io.provenant.ruleset;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Rules;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A row of the section {@code protectionTable} (domain 1.9): what protection a kind of data needs. A category matches
 * every row whose root it falls under; a row without roots is about minors.
 */
public record ProtectionRow(JsonObject json) {

    /** The section's name. */
    public static final String SECTION = "protectionTable";

    private static final String NO_RECORD = "NONE";

    /**
     * The rows of this rule set that match data of these categories.
     *
     * @param known the categories as this rule set orders them
     */
    public static List<ProtectionRow> matching(
            Rules.RuleSections rules, DataCategories known, Collection<String> categories, boolean containsMinors) {
        return rules.rows(SECTION).stream()
                .map(ProtectionRow::new)
                .filter(row -> row.isAboutMinors() ? containsMinors : known.anyWithin(categories, row.categoryRoots()))
                .toList();
    }

    /** The least level of protection. */
    public ProtectionLevel level() {
        return ProtectionLevel.valueOf(json.text("level"));
    }

    /** True if the row holds for uses in this scenario; a row that names none holds for all. */
    public boolean holdsIn(String scenarioCode) {
        List<String> scenarios = json.texts("scenarioCodes");
        return scenarios.isEmpty() || scenarios.contains(scenarioCode);
    }

    /** True if each use or each run leaves a record in a log. */
    public boolean asksForUsageRecords() {
        return json.optionalText("usageRecordPer")
                .filter(per -> !per.equals(NO_RECORD))
                .isPresent();
    }

    /** Seconds after a permit's end by which its records are anchored; a row that grants none grants none. */
    public long auditAnchorMaxS() {
        return json.optionalInteger("auditAnchorMaxS").orElse(0L);
    }

    /** The longest life of a permit, in milliseconds, where the row has one. */
    public Optional<Long> decisionTtlMs() {
        return json.optionalInteger("decisionTtlMs");
    }

    /** How old a verification of the person may be, in seconds, where the row asks for one: then a permit is for one use. */
    public Optional<Long> verificationTtlS() {
        return json.optionalInteger("verificationTtlS");
    }

    private boolean isAboutMinors() {
        return categoryRoots().isEmpty();
    }

    private List<String> categoryRoots() {
        return json.texts("categoryRootCodes");
    }
}
