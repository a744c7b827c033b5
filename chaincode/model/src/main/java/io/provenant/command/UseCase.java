package io.provenant.command;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Tx;
import java.util.Optional;

/** What one command does; one class a command. Reads first, then rules over what was read, then changes as a value. */
public interface UseCase<C extends Command> {

    /** The command's row in the command table. */
    CommandSpec spec();

    /** The command of a body that has the shape of {@link #spec()}. */
    C read(JsonObject body);

    /**
     * What a shape cannot say of a body: members that must fit together, {@code INPUT_MALFORMED}. Part of step 3, so it
     * reads nothing.
     *
     * @param pointer where the body stands, such as {@code /body}
     */
    default void checkBody(JsonObject body, String pointer, Refusals refusals) {}

    /**
     * What approvals of this command stand under; nothing for a command that takes none, or whose record does not exist.
     */
    default Optional<ApprovalSubject> approvalSubject(JsonObject body, Ledger ledger) {
        return Optional.empty();
    }

    /** Judges the command: steps 7 and 8 of the order of checks (domain 3a.10). */
    Outcome apply(C command, Tx tx, Ledger ledger);
}
