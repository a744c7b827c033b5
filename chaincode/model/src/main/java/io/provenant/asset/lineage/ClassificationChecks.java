package io.provenant.asset.lineage;

import static io.provenant.ledger.ReasonCode.LEVEL_TOO_LOW;

import io.provenant.asset.AssetHead;
import io.provenant.asset.AssetVersion;
import io.provenant.asset.DataAsset;
import io.provenant.asset.NationalGrade;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Rules;
import io.provenant.ruleset.DataCategories;
import io.provenant.ruleset.ProtectionLevel;
import io.provenant.ruleset.ProtectionRow;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * INV-A3: grade, level, categories and retention are at least as strict as what its asset declares, its parents were,
 * the rows of the protection table ask, and the regulator set as a minimum. Laxer only with an independent assessment,
 * which a later layer brings.
 */
final class ClassificationChecks {

    private final VersionClaim claim;
    private final Ancestry ancestry;
    private final Rules.RuleSections rules;
    private final Refusals refusals;
    private final DataCategories known;

    ClassificationChecks(VersionClaim claim, Ancestry ancestry, Rules.RuleSections rules, Refusals refusals) {
        this.claim = claim;
        this.ancestry = ancestry;
        this.rules = rules;
        this.refusals = refusals;
        this.known = DataCategories.of(rules);
    }

    void check() {
        grade();
        level();
        categories();
        minors();
        retention();
    }

    private void grade() {
        NationalGrade own = ancestry.asset().nationalGrade();
        Stream<NationalGrade> declared = ancestry.assets().stream().map(DataAsset::nationalGrade);
        Stream<NationalGrade> least =
                ancestry.heads().stream().map(AssetHead::minGrade).flatMap(Optional::stream);
        Stream.concat(declared, least)
                .filter(grade -> !own.isAtLeast(grade))
                .forEach(grade -> tooLow("assetId", grade, own));
    }

    private void level() {
        ProtectionLevel own = claim.protectionLevel();
        Stream<ProtectionLevel> inherited = ancestry.parents().stream().map(AssetVersion::protectionLevel);
        Stream<ProtectionLevel> rows =
                ProtectionRow.matching(rules, known, claim.dataCategories(), claim.containsMinors()).stream()
                        .map(ProtectionRow::level);
        Stream<ProtectionLevel> least =
                ancestry.heads().stream().map(AssetHead::minLevel).flatMap(Optional::stream);
        Stream.of(inherited, rows, least)
                .flatMap(levels -> levels)
                .filter(level -> level.rank(rules) > own.rank(rules))
                .forEach(level -> tooLow("protectionLevel", level, own));
    }

    private void categories() {
        SortedSet<String> categories = new TreeSet<>(ancestry.asset().dataCategories());
        SortedSet<String> roots = new TreeSet<>(ancestry.asset().sensitiveRoots());
        ancestry.parents().forEach(parent -> {
            categories.addAll(parent.dataCategories());
            roots.addAll(parent.sensitiveRoots());
        });
        roots.addAll(known.sensitiveRoots(claim.dataCategories()));
        missing("dataCategories", categories, claim.dataCategories());
        missing("sensitiveRoots", roots, claim.sensitiveRoots());
    }

    private void minors() {
        boolean minors = ancestry.asset().containsMinors()
                || ancestry.parents().stream().anyMatch(AssetVersion::containsMinors)
                || claim.sensitiveRoots().contains(DataCategories.MINORS);
        boolean special = ancestry.parents().stream().anyMatch(AssetVersion::hasSpecialRules);
        refusals.require(claim.containsMinors() || !minors, LEVEL_TOO_LOW, field("containsMinors"));
        refusals.require(claim.body().has("specialRulesHash") || !special, LEVEL_TOO_LOW, field("specialRulesHash"));
    }

    private void retention() {
        ancestry.parents().stream()
                .mapToLong(AssetVersion::retainUntilMs)
                .filter(until -> claim.retainUntilMs() > until)
                .min()
                .ifPresent(until -> tooLow("retainUntilMs", until, claim.retainUntilMs()));
    }

    private void missing(String field, SortedSet<String> least, List<String> claimed) {
        List<String> missing =
                least.stream().filter(code -> !claimed.contains(code)).toList();
        refusals.require(missing.isEmpty(), LEVEL_TOO_LOW, field(field), Detail.expected(String.join(" ", missing)));
    }

    private void tooLow(String field, Object expected, Object found) {
        refusals.add(LEVEL_TOO_LOW, field(field), Detail.expected(expected), Detail.found(found));
    }

    private static Detail field(String name) {
        return Detail.field("/body/" + name);
    }
}
