package io.provenant.dispatch;

import io.provenant.anchor.AdvanceLog;
import io.provenant.anchor.OpenLog;
import io.provenant.anchor.ReportEquivocation;
import io.provenant.approval.Approve;
import io.provenant.asset.DeclareAsset;
import io.provenant.asset.ReleaseVersion;
import io.provenant.asset.lineage.SealVersion;
import io.provenant.attest.AttestKeys;
import io.provenant.attest.DescribeLedger;
import io.provenant.command.CommandTable;
import io.provenant.consent.GiveConsent;
import io.provenant.consent.PublishNotice;
import io.provenant.consent.WithdrawConsent;
import io.provenant.document.DepositDocument;
import io.provenant.founding.FoundMarket;
import io.provenant.founding.Founding;
import io.provenant.listing.ProposeEntry;
import io.provenant.listing.PublishEntry;
import io.provenant.listing.ServeNotice;
import io.provenant.party.ActivateParty;
import io.provenant.party.ApplyAsParty;
import io.provenant.party.TickFence;
import io.provenant.party.VerifyParty;
import io.provenant.ruleset.AddSection;
import io.provenant.ruleset.AdoptRuleSet;
import io.provenant.ruleset.Capabilities;
import io.provenant.ruleset.ConsultRuleSet;
import io.provenant.usage.RequestUse;
import io.provenant.usage.UsageRequest;
import io.provenant.usage.decision.DecideUse;
import io.provenant.usage.decision.UsageRules;
import java.util.List;

/** The command table of this version: one line a use case. */
public final class Commands {

    private Commands() {}

    /** All commands. */
    public static CommandTable all() {
        CommandTable table = CommandTable.of(List.of(
                new ActivateParty(),
                new AddSection(),
                new AdoptRuleSet(),
                new AdvanceLog(),
                new ApplyAsParty(),
                new AttestKeys(),
                new DecideUse(),
                new DeclareAsset(),
                new DepositDocument(),
                new GiveConsent(),
                new OpenLog(),
                new ProposeEntry(),
                new PublishEntry(),
                new PublishNotice(),
                new ReleaseVersion(),
                new ReportEquivocation(),
                new RequestUse(),
                new SealVersion(),
                new ServeNotice(),
                new TickFence(),
                new VerifyParty(),
                new WithdrawConsent()));
        return withThoseThatKnowTheOthers(table);
    }

    private static CommandTable withThoseThatKnowTheOthers(CommandTable table) {
        Capabilities code = new Capabilities(table.specs(), UsageRules.codes());
        CommandTable founded = table.with(new ConsultRuleSet(code)).with(new FoundMarket(code));
        CommandTable approved = founded.with(new Approve(founded, UsageRequest.TYPE, Founding::names));
        return approved.with(new DescribeLedger(approved, RecordTypes.all()));
    }
}
