package io.provenant.gateway.cli;

import io.provenant.command.CommandSpec;
import io.provenant.command.CommandTable;
import io.provenant.command.Who;
import io.provenant.dispatch.Commands;
import io.provenant.ledger.ReasonCode;
import io.provenant.ledger.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the reference pages, Markdown, from the command table and from the reason codes. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = "Print the reference of all commands, or of all reason codes, as Markdown.")
final class DescribeCommand implements Callable<Integer> {

    /** What can be described. */
    enum Subject {
        COMMANDS,
        REASONS
    }

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(paramLabel = "SUBJECT", description = "one of ${COMPLETION-CANDIDATES}")
    private Subject subject = Subject.COMMANDS;

    @Override
    public Integer call() {
        Cli.out(spec).print(subject == Subject.COMMANDS ? commands(Commands.all()) : reasons());
        Cli.out(spec).flush();
        return ExitCode.DONE;
    }

    static String commands(CommandTable table) {
        List<String> lines = new ArrayList<>(List.of(
                "# Commands",
                "",
                "From the command table of this version; `provenant describe COMMANDS` prints this page. † restrictive: reads"
                        + " nothing that the restricted party can write. ◇ sent again, it gives the same answer and writes"
                        + " nothing. Members with `?` may be absent, all others are sent; unknown ones are refused.",
                ""));
        for (CommandSpec command : table.specs()) {
            String marks = (command.restrictive() ? " †" : "") + (command.idempotent() ? " ◇" : "");
            lines.add("## `" + command.name() + "`" + marks);
            lines.add("");
            lines.add(command.summary() + ".");
            lines.add("");
            lines.add("- Sent by: " + senders(command.who()));
            command.step()
                    .ifPresent(step -> lines.add("- " + step.type().docType() + ": "
                            + (step.from().isEmpty() ? "none" : String.join(" or ", step.from())) + " → "
                            + (step.to().isEmpty() ? "written" : step.to())));
            lines.add("- " + (command.evaluated() ? "Read-only: endorsed and not submitted" : route(command)));
            lines.add("");
            lines.add("```");
            ShapeHelp.lines(command.body())
                    .forEach(line -> lines.add(line.strip().isEmpty() ? "" : line.substring(2)));
            lines.add("```");
            lines.add("");
        }
        return String.join("\n", lines);
    }

    static String reasons() {
        List<String> lines = new ArrayList<>(List.of(
                "# Reason codes",
                "",
                "Why something was refused, and what to do. `provenant describe REASONS` prints this page. A problem document"
                        + " has the type `urn:pvn:problem:<CODE>` of the first one.",
                "",
                "| code | meaning | what to do |",
                "|---|---|---|"));
        for (ReasonCode code : ReasonCode.values()) {
            lines.add("| `" + code.name() + "` | " + code.meaning() + " | " + code.remedy() + " |");
        }
        lines.add("");
        return String.join("\n", lines);
    }

    private static String route(CommandSpec command) {
        if (command.name().equals("document:deposit")) {
            return "`POST /api/v1/documents` with the document beside these members, `provenant deposit FILE`";
        }
        String path = command.name().replace(':', '/');
        return "`POST /api/v1/commands/" + path + "`, `provenant command " + command.name() + " FILE`";
    }

    private static String senders(Who who) {
        if (who instanceof Who.OneOf some) {
            return some.roles().stream().map(Role::code).collect(Collectors.joining(", "));
        }
        return who instanceof Who.AnyParty ? "any role of an active party" : "any certificate of the channel";
    }
}
