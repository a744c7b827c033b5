package io.provenant.dispatch;

import io.provenant.anchor.AdvanceLog;
import io.provenant.anchor.OpenLog;
import io.provenant.anchor.ReportEquivocation;
import io.provenant.command.CommandTable;
import io.provenant.consent.GiveConsent;
import io.provenant.consent.PublishNotice;
import io.provenant.consent.WithdrawConsent;
import io.provenant.listing.ProposeEntry;
import io.provenant.listing.PublishEntry;
import io.provenant.listing.ServeNotice;
import java.util.List;

/** The command table of this version: one line a use case. */
public final class Commands {

    private Commands() {}

    /** All commands. */
    public static CommandTable all() {
        return CommandTable.of(List.of(
                new PublishNotice(),
                new GiveConsent(),
                new WithdrawConsent(),
                new ProposeEntry(),
                new ServeNotice(),
                new PublishEntry(),
                new OpenLog(),
                new AdvanceLog(),
                new ReportEquivocation()));
    }
}
