package io.provenant.usage.decision;

import io.provenant.approval.Approval;
import io.provenant.approval.ReviewScope;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Page;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.ReasonCode;
import io.provenant.ledger.Rules.RuleSections;
import io.provenant.listing.Effect;
import io.provenant.party.GroupMembership;
import io.provenant.party.PartyGroup;
import io.provenant.party.PartyHead;
import io.provenant.party.PartyHead.Mark;
import io.provenant.party.PartyHead.Slice;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * R03: no ban on a party or on the owner of an asset, and no black mark there, nor on a company of their group, that
 * counts in a sector of the assets. A review by compliance can lift REVIEW and the group's mark, never DENY.
 */
final class UnlistedParties implements UsageRule {

    private static final int LARGEST_GROUP = 16;

    @Override
    public String code() {
        return "R03";
    }

    @Override
    public void judge(Dossier dossier, List<RuleSections> ruleSets, Findings findings) {
        SortedMap<String, Page<GroupMembership>> groups = read(dossier);
        ListEffects effects = new ListEffects(ruleSets);
        for (PartyId party : dossier.partiesAndOwners()) {
            bans(party, dossier, findings);
            boolean listReviewed = isReviewed(ReviewScope.REVIEW_LIST, party, dossier);
            for (Mark mark : blackMarks(party, dossier)) {
                Effect effect = effects.of(mark, dossier.sectors());
                findings.require(effect != Effect.DENY, this, ReasonCode.LIST_BLACK, mark.refId());
                findings.require(
                        effect != Effect.REVIEW || listReviewed, this, ReasonCode.LIST_REVIEW_NEEDED, mark.refId());
            }
            if (!isReviewed(ReviewScope.REVIEW_GROUP, party, dossier)) {
                dossier.ledger()
                        .get(PartyGroup.key(party))
                        .flatMap(PartyGroup::groupId)
                        .ifPresent(group -> group(party, group, groups, dossier, effects, findings));
            }
        }
    }

    // First what is known before, then the groups, then their members.
    private static SortedMap<String, Page<GroupMembership>> read(Dossier dossier) {
        Ledger ledger = dossier.ledger();
        ReadWave known = new ReadWave();
        known.keys(dossier.request().reviewKeys(ReviewScope.REVIEW_LIST))
                .keys(dossier.request().reviewKeys(ReviewScope.REVIEW_GROUP));
        dossier.partiesAndOwners()
                .forEach(party -> known.keys(PartyHead.keys(party)).key(PartyGroup.key(party)));
        known.read(ledger);
        SortedMap<String, Page<GroupMembership>> groups = new TreeMap<>();
        for (String group : groupIds(dossier)) {
            groups.put(group, ledger.scan(GroupMembership.TYPE, List.of(group), LARGEST_GROUP));
        }
        ReadWave members = new ReadWave();
        groups.values().stream()
                .flatMap(page -> page.rows().stream())
                .forEach(member -> members.key(PartyHead.key(member.partyId(), Slice.L)));
        members.read(ledger);
        return groups;
    }

    private static SortedSet<String> groupIds(Dossier dossier) {
        SortedSet<String> groups = new TreeSet<>();
        for (PartyId party : dossier.partiesAndOwners()) {
            dossier.ledger()
                    .get(PartyGroup.key(party))
                    .flatMap(PartyGroup::groupId)
                    .ifPresent(group -> groups.add(group));
        }
        return groups;
    }

    private void bans(PartyId party, Dossier dossier, Findings findings) {
        boolean banned = dossier.ledger().get(PartyHead.key(party, Slice.A)).stream()
                .flatMap(head -> head.bans().stream())
                .anyMatch(ban -> ban.isInForceAt(dossier.nowMs()));
        findings.require(!banned, this, ReasonCode.PARTY_BANNED, party.value());
    }

    private void group(
            PartyId party,
            String groupId,
            SortedMap<String, Page<GroupMembership>> groups,
            Dossier dossier,
            ListEffects effects,
            Findings findings) {
        Page<GroupMembership> members = groups.getOrDefault(groupId, new Page<>(List.of(), true));
        findings.require(!members.more(), this, ReasonCode.LIST_GROUP_REVIEW, groupId);
        members.rows().stream()
                .map(GroupMembership::partyId)
                .filter(member -> !member.equals(party))
                .flatMap(member -> blackMarks(member, dossier).stream())
                .filter(mark -> effects.of(mark, dossier.sectors()) == Effect.DENY)
                .forEach(mark -> findings.fail(this, ReasonCode.LIST_GROUP_REVIEW, mark.refId()));
    }

    private static List<Mark> blackMarks(PartyId party, Dossier dossier) {
        return dossier.ledger().get(PartyHead.key(party, Slice.L)).stream()
                .flatMap(head -> head.marks().stream())
                .filter(mark -> mark.kind() == Mark.Kind.BLACK)
                .filter(mark -> mark.isInForceAt(dossier.nowMs()))
                .toList();
    }

    // Nobody reviews what is said of itself (INV-P2).
    private static boolean isReviewed(ReviewScope scope, PartyId concerned, Dossier dossier) {
        Stream<Approval> given = dossier.request().reviewKeys(scope).stream()
                .map(dossier.ledger()::get)
                .flatMap(Optional::stream);
        return given.filter(
                        approval -> approval.role().filter(scope.role()::equals).isPresent())
                .filter(approval -> !approval.partyId().equals(concerned))
                .anyMatch(approval -> approval.countsAt(dossier.nowMs()));
    }
}
