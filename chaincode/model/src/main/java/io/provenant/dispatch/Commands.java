package io.provenant.dispatch;

import io.provenant.command.CommandTable;
import java.util.List;

/** The command table of this version: one line a use case. */
public final class Commands {

    private Commands() {}

    /** All commands. */
    public static CommandTable all() {
        return CommandTable.of(List.of());
    }
}
