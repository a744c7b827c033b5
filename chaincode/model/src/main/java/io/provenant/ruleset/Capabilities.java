package io.provenant.ruleset;

import io.provenant.command.CommandSpec;
import java.util.List;
import java.util.Optional;

/**
 * What this version of the code can do, for rule sets to be held against.
 *
 * @param commands the commands that approvals may be asked for
 * @param rules the codes of the rules that a decision can run
 */
public record Capabilities(List<CommandSpec> commands, List<String> rules) {

    /** Copies the lists in. */
    public Capabilities {
        commands = List.copyOf(commands);
        rules = List.copyOf(rules);
    }

    Optional<CommandSpec> command(String name) {
        return commands.stream().filter(spec -> spec.name().equals(name)).findFirst();
    }
}
