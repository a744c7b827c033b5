package io.provenant.usage.decision;

import io.provenant.asset.AssetVersion;
import io.provenant.consent.ConsentGrant;
import io.provenant.consent.LeafIndex;
import io.provenant.consent.Withdrawal;
import io.provenant.ledger.Key;
import io.provenant.ledger.ReasonCode;
import io.provenant.ledger.Rules.RuleSections;
import java.util.List;
import java.util.Optional;

/**
 * R09: under each regime every personal category of a version is covered by a grant that it carries, a sensitive one by a
 * grant of its own head, and each of its grants is valid now: given, not ended, and not withdrawn where one person gave it.
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
            ConsentedCategories categories =
                    dossier.regimes().vocabulary(ruleSet).consented();
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
            AssetVersion version, String regime, ConsentedCategories categories, Dossier dossier, Findings findings) {
        List<ConsentGrant> grants = version.consents().stream()
                .map(dossier::grant)
                .flatMap(Optional::stream)
                .filter(grant -> grant.countsUnder(regime, dossier.market()))
                .toList();
        findings.require(
                !grants.isEmpty() && categories.coverAllOf(version, grants),
                this,
                ReasonCode.BASIS_MISSING,
                version.versionId().value());
    }

    private static Key<Withdrawal> withdrawal(ConsentGrant grant) {
        return Withdrawal.key(grant.consentId(), LeafIndex.ONLY);
    }
}
