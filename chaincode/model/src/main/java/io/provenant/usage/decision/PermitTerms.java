package io.provenant.usage.decision;

import io.provenant.asset.AssetVersion;
import io.provenant.consent.ConsentGrant;
import io.provenant.ledger.RuleSetIncompleteException;
import io.provenant.ledger.Rules.RuleSections;
import io.provenant.ruleset.BeijingDate;
import io.provenant.ruleset.DataCategories;
import io.provenant.ruleset.ProtectionRow;
import io.provenant.usage.DutyKind;
import io.provenant.usage.UsageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Under which terms a use is permitted: how long, how often, and what is owed for it (domain 5.3). */
final class PermitTerms {

    private static final long SECOND_MS = 1_000;

    private final Dossier dossier;
    private final List<RuleSections> ruleSets;
    private final List<ProtectionRow> rows = new ArrayList<>();

    PermitTerms(Dossier dossier) {
        this.dossier = dossier;
        this.ruleSets = dossier.regimes().ruleSets();
        for (RuleSections ruleSet : ruleSets) {
            DataCategories known = dossier.regimes().vocabulary(ruleSet).categories();
            for (AssetVersion version : dossier.versions()) {
                ProtectionRow.matching(ruleSet, known, version.dataCategories(), version.containsMinors()).stream()
                        .filter(row -> row.holdsIn(dossier.request().scenarioCode()))
                        .forEach(rows::add);
            }
        }
    }

    /** When the permit ends: after the shortest life, and never after a consent's end or what may be kept. */
    long validUntilMs() {
        LongStream lives = Stream.of(
                        ruleSets.stream().map(ruleSet -> ruleSet.integer("decisionTtlMs")),
                        rows.stream().flatMap(row -> row.decisionTtlMs().stream()),
                        rows.stream()
                                .flatMap(row -> row.verificationTtlS().stream())
                                .map(seconds -> Math.multiplyExact(seconds, SECOND_MS)))
                .flatMap(life -> life)
                .mapToLong(life -> Math.addExact(dossier.nowMs(), life));
        LongStream ends = LongStream.concat(
                dossier.boundGrants().stream().mapToLong(ConsentGrant::validUntilMs),
                dossier.versions().stream().mapToLong(AssetVersion::retainUntilMs));
        return LongStream.concat(lives, ends).min().orElseThrow();
    }

    /** How many uses it allows. */
    long usesMax() {
        boolean once = rows.stream().anyMatch(row -> row.verificationTtlS().isPresent());
        return once ? 1 : dossier.request().useCount();
    }

    /** What is owed, by kind, and by when. */
    SortedMap<DutyKind, Long> duties(SortedSet<DutyKind> fromRules) {
        UsageRequest request = dossier.request();
        SortedMap<DutyKind, Long> due = new TreeMap<>();
        fromRules.forEach(kind -> due.put(kind, afterDays(days(kind))));
        OptionalLong anchor = rows.stream()
                .filter(ProtectionRow::asksForUsageRecords)
                .mapToLong(ProtectionRow::auditAnchorMaxS)
                .min();
        anchor.ifPresent(seconds -> due.put(DutyKind.ANCHOR_USAGE, Math.addExact(validUntilMs(), seconds * SECOND_MS)));
        if (!dossier.personalVersions().isEmpty() && request.outputForm().holdsRecords()) {
            due.put(DutyKind.DELETE, afterDays(request.retentionDays() + days(DutyKind.DELETE)));
        }
        if (request.isAutomatedDecision()) {
            due.put(DutyKind.EXPLAIN, afterDays(days(DutyKind.EXPLAIN)));
            due.put(DutyKind.NO_SOLE_AUTOMATION, afterDays(days(DutyKind.NO_SOLE_AUTOMATION)));
        }
        return due;
    }

    // What is due in days is due at the end of the Beijing day (domain 3.6).
    private long afterDays(long days) {
        return BeijingDate.of(dossier.nowMs()).plusDays(days).endMs();
    }

    private long days(DutyKind kind) {
        return ruleSets.stream().mapToLong(ruleSet -> days(kind, ruleSet)).min().orElseThrow();
    }

    private static long days(DutyKind kind, RuleSections ruleSet) {
        return ruleSet.rows("dutyDays").stream()
                .filter(row -> row.text("kind").equals(kind.name()))
                .findFirst()
                .map(row -> row.integer("days"))
                .orElseThrow(() -> new RuleSetIncompleteException(ruleSet.ruleSetId(), "dutyDays/" + kind));
    }
}
