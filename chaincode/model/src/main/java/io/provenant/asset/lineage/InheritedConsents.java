package io.provenant.asset.lineage;

import static io.provenant.ledger.ReasonCode.CONSENTS_NOT_INHERITED;
import static io.provenant.ledger.ReasonCode.CONSENT_FOREIGN;
import static io.provenant.ledger.ReasonCode.GENERATION_INVALID;
import static io.provenant.ledger.ReasonCode.LIMIT_EXCEEDED;

import io.provenant.asset.AssetVersion;
import io.provenant.asset.ConsentBinding;
import io.provenant.consent.ConsentGrant;
import io.provenant.consent.ConsentId;
import io.provenant.consent.Withdrawals;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Refusals;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * INV-A8: a child carries all consents of its parents, each at the least generation; an original carries those that its
 * owner chose and is covered by.
 */
final class InheritedConsents {

    private final VersionClaim claim;
    private final Ancestry ancestry;
    private final Ledger ledger;
    private final Refusals refusals;
    private final Withdrawals withdrawals;

    InheritedConsents(VersionClaim claim, Ancestry ancestry, Ledger ledger, Refusals refusals) {
        this.claim = claim;
        this.ancestry = ancestry;
        this.ledger = ledger;
        this.refusals = refusals;
        this.withdrawals = new Withdrawals(ledger);
    }

    void check() {
        if (claim.isOriginal()) {
            claim.consents().forEach(this::chosen);
        } else {
            inherited();
        }
    }

    /** At or above the revocation floor withdrawals will no longer reach the version, so none may be open now (INV-A6). */
    void checkNoneOpen() {
        for (ConsentBinding binding : claim.consents()) {
            refusals.require(
                    withdrawals.noneOpen(binding.consentId(), binding.generation()),
                    GENERATION_INVALID,
                    Detail.key(ConsentGrant.key(binding.consentId())),
                    Detail.expected("no open withdrawals"));
        }
    }

    private void chosen(ConsentBinding binding) {
        ConsentId id = binding.consentId();
        refusals.require(
                ledger.get(ConsentGrant.key(id))
                        .filter(grant -> grant.covers(claim.ownerId()))
                        .isPresent(),
                CONSENT_FOREIGN,
                Detail.key(ConsentGrant.key(id)));
        long head = withdrawals.headGeneration(id);
        refusals.require(
                binding.generation() <= head,
                GENERATION_INVALID,
                Detail.key(ConsentGrant.key(id)),
                Detail.expected(head),
                Detail.found(binding.generation()));
    }

    private void inherited() {
        SortedMap<ConsentId, Long> least = new TreeMap<>();
        for (AssetVersion parent : ancestry.parents()) {
            parent.consents().forEach(b -> least.merge(b.consentId(), b.generation(), Math::min));
        }
        if (least.size() > AssetVersion.MOST) {
            refusals.add(LIMIT_EXCEEDED, Detail.expected(AssetVersion.MOST), Detail.found(least.size()));
            return;
        }
        List<ConsentId> all = List.copyOf(least.keySet());
        refusals.require(
                claim.consentIds().equals(all),
                CONSENTS_NOT_INHERITED,
                Detail.field("/body/consents"),
                Detail.expected(all.size()),
                Detail.found(claim.consents().size()));
        for (ConsentBinding binding : claim.consents()) {
            long expected = least.getOrDefault(binding.consentId(), binding.generation());
            refusals.require(
                    binding.generation() == expected,
                    GENERATION_INVALID,
                    Detail.key(ConsentGrant.key(binding.consentId())),
                    Detail.expected(expected),
                    Detail.found(binding.generation()));
        }
    }
}
