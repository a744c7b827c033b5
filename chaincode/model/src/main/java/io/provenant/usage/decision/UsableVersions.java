package io.provenant.usage.decision;

import io.provenant.asset.AssetVersion;
import io.provenant.asset.ConsentBinding;
import io.provenant.asset.DataAsset;
import io.provenant.asset.DataStructure;
import io.provenant.asset.Identifiability;
import io.provenant.asset.VersionState;
import io.provenant.consent.ConsentHead;
import io.provenant.consent.ConsentId;
import io.provenant.consent.Generation;
import io.provenant.consent.QueuedWithdrawal;
import io.provenant.consent.Withdrawals;
import io.provenant.ledger.Key;
import io.provenant.ledger.ReasonCode;
import io.provenant.ledger.Rules.RuleSections;
import io.provenant.ruleset.BeijingDate;
import io.provenant.usage.DutyKind;
import java.util.List;
import java.util.OptionalLong;

/**
 * R04: each version is available, its assets are declared and it may still be kept; and of the grants of more than one
 * person that it carries, withdrawals that it does not exclude yet are not overdue and meet a controlled mode only.
 */
final class UsableVersions implements UsageRule {

    @Override
    public String code() {
        return "R04";
    }

    @Override
    public void judge(Dossier dossier, List<RuleSections> ruleSets, Findings findings) {
        read(dossier, ruleSets);
        for (DataAsset asset : dossier.assets()) {
            findings.require(
                    asset.isDeclared(),
                    this,
                    ReasonCode.VERSION_STATE,
                    asset.assetId().value());
        }
        for (AssetVersion version : dossier.versions()) {
            String id = version.versionId().value();
            findings.require(version.versionState() == VersionState.AVAILABLE, this, ReasonCode.VERSION_STATE, id);
            findings.require(dossier.nowMs() < version.retainUntilMs(), this, ReasonCode.RETENTION_PASSED, id);
            ruleSets.stream()
                    .filter(ruleSet -> isBelowFloor(version, ruleSet))
                    .forEach(ruleSet -> withdrawals(version, dossier, ruleSet, findings));
        }
    }

    private static void read(Dossier dossier, List<RuleSections> ruleSets) {
        ReadWave heads = new ReadWave();
        ReadWave generations = new ReadWave();
        List<AssetVersion> touched = dossier.versions().stream()
                .filter(version -> ruleSets.stream().anyMatch(ruleSet -> isBelowFloor(version, ruleSet)))
                .toList();
        for (AssetVersion version : touched) {
            for (ConsentBinding binding : ofMany(version, dossier)) {
                ConsentId id = binding.consentId();
                heads.key(ConsentHead.key(id)).scan(QueuedWithdrawal.TYPE, List.of(id.value()), 1);
            }
        }
        heads.read(dossier.ledger());
        Withdrawals withdrawals = new Withdrawals(dossier.ledger());
        for (AssetVersion version : touched) {
            for (ConsentBinding binding : ofMany(version, dossier)) {
                next(binding, withdrawals).forEach(generations::key);
            }
        }
        generations.read(dossier.ledger());
    }

    // The generation whose oldest withdrawal is the first that the version does not exclude.
    private static List<Key<Generation>> next(ConsentBinding binding, Withdrawals withdrawals) {
        return binding.generation() < withdrawals.headGeneration(binding.consentId())
                ? List.of(Generation.key(binding.consentId(), binding.generation() + 1))
                : List.of();
    }

    private void withdrawals(AssetVersion version, Dossier dossier, RuleSections ruleSet, Findings findings) {
        Withdrawals withdrawals = new Withdrawals(dossier.ledger());
        for (ConsentBinding binding : ofMany(version, dossier)) {
            OptionalLong oldest = withdrawals.oldestOpenMs(binding.consentId(), binding.generation());
            if (oldest.isPresent()) {
                open(version, binding.consentId(), oldest.getAsLong(), dossier, ruleSet, findings);
            }
        }
    }

    private void open(
            AssetVersion version,
            ConsentId consent,
            long oldestMs,
            Dossier dossier,
            RuleSections ruleSet,
            Findings findings) {
        long dueMs = BeijingDate.of(oldestMs)
                .plusDays(ruleSet.integer("rebuildDays"))
                .endMs();
        if (dossier.nowMs() >= dueMs) {
            findings.fail(this, ReasonCode.REVOCATION_OVERDUE, consent.value());
        } else if (!ruleSet.texts("controlledModes").contains(dossier.request().deliveryMode())) {
            findings.fail(this, ReasonCode.REVOCATION_OPEN, consent.value());
        } else {
            boolean model = dossier.assetOf(version).structure() == DataStructure.MODEL;
            findings.owe(model ? DutyKind.RETRAIN_OR_STOP : DutyKind.APPLY_EXCLUSION_LIST);
        }
    }

    private static boolean isBelowFloor(AssetVersion version, RuleSections ruleSet) {
        return !version.identifiability().isAtLeast(Identifiability.valueOf(ruleSet.text("revocationFloor")));
    }

    // A grant of one person is withdrawn or not: R09.
    private static List<ConsentBinding> ofMany(AssetVersion version, Dossier dossier) {
        return version.consents().stream()
                .filter(binding ->
                        dossier.grant(binding).filter(grant -> grant.size() > 1).isPresent())
                .toList();
    }
}
