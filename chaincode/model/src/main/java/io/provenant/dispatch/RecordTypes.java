package io.provenant.dispatch;

import io.provenant.anchor.DayHead;
import io.provenant.anchor.Equivocation;
import io.provenant.anchor.HeadRow;
import io.provenant.anchor.Log;
import io.provenant.anchor.LogHead;
import io.provenant.anchor.LogInUse;
import io.provenant.approval.Approval;
import io.provenant.asset.AssetHead;
import io.provenant.asset.AssetVersion;
import io.provenant.asset.DataAsset;
import io.provenant.consent.ConsentGrant;
import io.provenant.consent.ConsentHead;
import io.provenant.consent.ConsentOfScreen;
import io.provenant.consent.Generation;
import io.provenant.consent.Notice;
import io.provenant.consent.QueuedWithdrawal;
import io.provenant.consent.Withdrawal;
import io.provenant.ledger.EntryType;
import io.provenant.listing.ListEntry;
import io.provenant.party.Appointment;
import io.provenant.party.Fence;
import io.provenant.party.GroupMembership;
import io.provenant.party.Market;
import io.provenant.party.Party;
import io.provenant.party.PartyGroup;
import io.provenant.party.PartyHead;
import io.provenant.party.RoleGrant;
import io.provenant.party.UniqueIdentifier;
import io.provenant.ruleset.RuleHead;
import io.provenant.ruleset.RuleSet;
import io.provenant.ruleset.Section;
import io.provenant.ruleset.Stop;
import io.provenant.usage.Duty;
import io.provenant.usage.UsageDecision;
import io.provenant.usage.UsageRequest;
import io.provenant.usage.Violation;
import java.util.List;

/** The records of this version: one line a type. */
public final class RecordTypes {

    private RecordTypes() {}

    /** All types of records. */
    public static List<EntryType<?>> all() {
        return List.of(
                Appointment.TYPE,
                Approval.TYPE,
                AssetHead.TYPE,
                AssetVersion.TYPE,
                ConsentGrant.TYPE,
                ConsentHead.TYPE,
                ConsentOfScreen.TYPE,
                DataAsset.TYPE,
                DayHead.TYPE,
                Duty.TYPE,
                Equivocation.TYPE,
                Fence.TYPE,
                Generation.TYPE,
                GroupMembership.TYPE,
                HeadRow.TYPE,
                ListEntry.TYPE,
                Log.TYPE,
                LogHead.TYPE,
                LogInUse.TYPE,
                Market.TYPE,
                Notice.TYPE,
                Party.TYPE,
                PartyGroup.TYPE,
                PartyHead.TYPE,
                QueuedWithdrawal.TYPE,
                RoleGrant.TYPE,
                RuleHead.TYPE,
                RuleSet.TYPE,
                Section.TYPE,
                Stop.TYPE,
                UniqueIdentifier.TYPE,
                UsageDecision.TYPE,
                UsageRequest.TYPE,
                Violation.TYPE,
                Withdrawal.TYPE);
    }
}
