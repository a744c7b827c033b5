package io.provenant.usage.decision;

import io.provenant.asset.AssetVersion;
import io.provenant.consent.ConsentGrant;
import io.provenant.consent.LeafIndex;
import io.provenant.consent.Withdrawal;
import io.provenant.ledger.Key;
import io.provenant.ledger.ReasonCode;
import io.provenant.ledger.Rules.RuleSections;
import io.provenant.ruleset.DataCategories;
import java.util.List;
import java.util.Optional;

/**
 * R09: under each regime every personal category of a version is covered by a grant that it carries, and each of its
 * grants is valid now: given, not ended, and not withdrawn where one person gave it.
 */
final class ValidConsents implements UsageRule {

    @Override
    public String code() {
        return "R09";
    }

    @Override
    public void judge(Dossier dossier, List<RuleSections> ruleSets, Findings findings) {
        ReadWave wave = new ReadWave();
        dossier.judgedGrants().stream()
                .filter(grant -> grant.size() == 1)
                .forEach(grant -> wave.key(withdrawal(grant)));
        wave.read(dossier.ledger());
        dossier.judgedConsents()
                .forEach((id, grant) -> findings.require(
                        grant.filter(found -> found.consentState().isValid()).isPresent(),
                        this,
                        ReasonCode.CONSENT_INVALID,
                        id.value()));
        dossier.judgedGrants().forEach(grant -> valid(grant, dossier, findings));
        for (RuleSections ruleSet : ruleSets) {
            DataCategories categories = dossier.regimes().vocabulary(ruleSet).categories();
            for (String regime : dossier.regimes().judgedBy(ruleSet)) {
                dossier.personalVersions().forEach(version -> covered(version, regime, categories, dossier, findings));
            }
        }
    }

    private void valid(ConsentGrant grant, Dossier dossier, Findings findings) {
        String id = grant.consentId().value();
        findings.require(dossier.nowMs() < grant.validUntilMs(), this, ReasonCode.CONSENT_EXPIRED, id);
        boolean withdrawn =
                grant.size() == 1 && dossier.ledger().get(withdrawal(grant)).isPresent();
        findings.require(!withdrawn, this, ReasonCode.CONSENT_WITHDRAWN, id);
    }

    private void covered(
            AssetVersion version, String regime, DataCategories categories, Dossier dossier, Findings findings) {
        List<ConsentGrant> grants = version.consents().stream()
                .map(dossier::grant)
                .flatMap(Optional::stream)
                .filter(grant -> counts(grant, regime, dossier))
                .toList();
        boolean all = version.dataCategories().stream()
                .filter(category -> categories.anyPersonal(List.of(category)))
                .allMatch(category -> grants.stream()
                        .anyMatch(grant -> categories.anyWithin(List.of(category), grant.dataCategories())));
        findings.require(
                all && !grants.isEmpty(),
                this,
                ReasonCode.BASIS_MISSING,
                version.versionId().value());
    }

    private static boolean counts(ConsentGrant grant, String regime, Dossier dossier) {
        return grant.regimes().isEmpty()
                ? dossier.marketRegimes().contains(regime)
                : grant.regimes().contains(regime);
    }

    private static Key<Withdrawal> withdrawal(ConsentGrant grant) {
        return Withdrawal.key(grant.consentId(), LeafIndex.ONLY);
    }
}
