package io.provenant.gateway.cli;

import io.provenant.dispatch.Commands;
import io.provenant.gateway.Release;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.TypeConversionException;

/** {@code provenant}, the command line of the gateway app. */
@Command(
        name = "provenant",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "A ledger of data provenance and consent: run a gateway, talk to one, verify what it gave you.",
        subcommands = {
            ServeCommand.class,
            DoctorCommand.class,
            OutboxCommand.class,
            RebuildIndexCommand.class,
            VerifyCommand.class,
            TrustCommand.class,
            SignCommand.class,
            WithdrawalCommand.class,
            RecordsCommand.class,
            ReceiptCommand.class,
            ConsentSetCommand.class,
            DepositCommand.class,
            AttestCommand.class,
            LedgerCodeCommand.class,
            CollectionsCommand.class,
            DraftMarketCommand.class,
            AuditCommand.class,
            DescribeCommand.class,
            HelpCommand.class
        },
        footerHeading = "%nExit status:%n",
        footer = {
            "  0  done; verify: valid",
            "  1  refused, not valid, or a problem was found",
            "  2  no answer: not reachable, not readable, could not check, or a wrong command line",
            "  3  sent, outcome unknown: ask for the transaction later",
            "",
            "Commands that talk to a gateway take its URL from --gateway or PVN_GATEWAY, and a bearer token from",
            "--token-file or PVN_TOKEN."
        })
public final class Main {

    private Main() {}

    /** Runs a command and exits with its status. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs a command; what it says goes to these, its exit status is returned. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return line().setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command))
                .execute(arguments);
    }

    static CommandLine line() {
        CommandLine line = new CommandLine(new Main()).addSubcommand(CommandCommand.of(Commands.all()));
        version(line, "provenant " + Release.version());
        line.registerConverter(URI.class, Main::url);
        line.registerConverter(UUID.class, Main::uuid);
        return line.setUsageHelpWidth(120);
    }

    private static URI url(String text) {
        return Optional.of(text)
                .filter(some -> some.matches("https?://[^/?#\\s]+(/\\S*)?"))
                .map(URI::create)
                .orElseThrow(
                        () -> new TypeConversionException("'" + text + "' is no URL such as http://127.0.0.1:8080"));
    }

    private static UUID uuid(String text) {
        return Optional.of(text)
                .filter(some -> some.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(UUID::fromString)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no UUID such as 3f2b8c1e-7a54-4d09-9c6e-5b1a2d3e4f60"));
    }

    private static void version(CommandLine line, String version) {
        line.getCommandSpec().version(version);
        line.getSubcommands().values().forEach(deeper -> version(deeper, version));
    }

    private static int failed(Exception failure, CommandLine command) {
        if (failure instanceof CliException known) {
            command.getErr().println(known.getMessage());
            return known.exitCode();
        }
        command.getErr().println(command.getCommandName() + " failed: " + failure);
        return ExitCode.NO_ANSWER;
    }
}
