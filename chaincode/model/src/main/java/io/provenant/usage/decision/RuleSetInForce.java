package io.provenant.usage.decision;

import io.provenant.ledger.ReasonCode;
import io.provenant.ledger.Rules.RuleSections;
import io.provenant.ruleset.Regions;
import io.provenant.ruleset.Stop;
import io.provenant.usage.UsageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * R01: each regime has a rule set in force whose list can be run, and no emergency stop covers the use. It always runs;
 * its records were read when the dossier was opened.
 */
final class RuleSetInForce implements UsageRule {

    @Override
    public String code() {
        return "R01";
    }

    @Override
    public void judge(Dossier dossier, List<RuleSections> ruleSets, Findings findings) {
        if (dossier.regimes().names().isEmpty()) {
            findings.fail(this, ReasonCode.RULESET_NONE); // INV-D1: what nobody judged is refused
        }
        for (String regime : dossier.regimes().names()) {
            Optional<RuleSections> ruleSet = dossier.regimes().ruleSet(regime);
            findings.require(
                    ruleSet.filter(found -> UsageRules.canRun(found.texts(UsageRules.SECTION)))
                            .isPresent(),
                    this,
                    ReasonCode.RULESET_NONE,
                    regime);
            ruleSet.ifPresent(found -> stops(regime, found, dossier, findings));
        }
    }

    private void stops(String regime, RuleSections ruleSet, Dossier dossier, Findings findings) {
        dossier.regimes().stops(regime).stream()
                .filter(stop -> stop.isInForceAt(dossier.nowMs()))
                .filter(stop -> covers(stop, dossier, ruleSet))
                .forEach(stop -> findings.fail(this, ReasonCode.EMERGENCY_STOP, stop.id()));
    }

    // A stop covers what falls under each dimension that it names.
    private static boolean covers(Stop stop, Dossier dossier, RuleSections ruleSet) {
        UsageRequest request = dossier.request();
        Vocabulary words = dossier.regimes().vocabulary(ruleSet);
        return hits(stop.purposeCodes(), words.purposes().ancestors(request.purposeCode()))
                && hits(stop.modeCodes(), List.of(request.deliveryMode()))
                && hits(stop.regionCodes(), List.of(request.region(), Regions.country(request.region())))
                && hits(stop.sectorCodes(), dossier.sectors())
                && (stop.categoryRootCodes().isEmpty()
                        || words.categories().anyWithin(dossier.categories(), stop.categoryRootCodes()));
    }

    private static boolean hits(List<String> stopped, Collection<String> used) {
        return stopped.isEmpty() || used.stream().anyMatch(stopped::contains);
    }
}
