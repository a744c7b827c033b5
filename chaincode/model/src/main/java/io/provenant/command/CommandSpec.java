package io.provenant.command;

import io.provenant.ledger.Role;
import io.provenant.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A row of the command table: roles, shape and state machine as data. The check, REST, the command line, OpenAPI and
 * the documentation all come from here.
 *
 * @param name {@code noun:verb}; {@code approve} and {@code attest} have no noun
 * @param summary one sentence for whoever reads the documentation
 * @param restrictive † reads nothing that the restricted party can write (domain 3.11)
 * @param idempotent ◇ the same command again gives the same answer
 * @param evaluated read-only: endorsed and not submitted
 */
public record CommandSpec(
        String name,
        String summary,
        Who who,
        Shape body,
        Optional<Step> step,
        boolean restrictive,
        boolean idempotent,
        boolean evaluated) {

    /** A command for these roles; an empty list means any role of an active party. */
    public static CommandSpec of(String name, String summary, Role... roles) {
        Who who = roles.length == 0 ? new Who.AnyParty() : new Who.OneOf(List.of(roles));
        return new CommandSpec(name, summary, who, Shape.empty(), Optional.empty(), false, false, false);
    }

    /** The same command with this body. */
    public CommandSpec body(Shape shape) {
        return new CommandSpec(name, summary, who, shape, step, restrictive, idempotent, evaluated);
    }

    /** The same command with this step of a state machine. */
    public CommandSpec step(Step taken) {
        return new CommandSpec(name, summary, who, body, Optional.of(taken), restrictive, idempotent, evaluated);
    }

    /** The same command, restrictive. */
    public CommandSpec asRestrictive() {
        return new CommandSpec(name, summary, who, body, step, true, idempotent, evaluated);
    }

    /** The same command, idempotent. */
    public CommandSpec asIdempotent() {
        return new CommandSpec(name, summary, who, body, step, restrictive, true, evaluated);
    }

    /** The same command for any certificate of the channel. */
    public CommandSpec forAnyCertificate() {
        return new CommandSpec(name, summary, new Who.AnyCertificate(), body, step, restrictive, idempotent, evaluated);
    }

    /** The same command, read-only. */
    public CommandSpec asEvaluated() {
        return new CommandSpec(name, summary, who, body, step, restrictive, true, true);
    }
}
