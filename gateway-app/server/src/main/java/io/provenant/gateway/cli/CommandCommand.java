package io.provenant.gateway.cli;

import io.provenant.canonical.JsonObject;
import io.provenant.command.CommandTable;
import io.provenant.gateway.api.OpenApi;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One sub-command for each row of the command table. */
final class CommandCommand {

    private static final Map<String, Class<?>> SPECIAL = Map.of(
            "attest", AttestCommand.class,
            "document:deposit", DepositCommand.class,
            "ledger:describe", LedgerCodeCommand.class);

    /** What all of them share. */
    @Command(name = "command", mixinStandardHelpOptions = true)
    static final class Group {}

    /** Sends one command. */
    @Command(mixinStandardHelpOptions = true)
    static final class Send implements Callable<Integer> {

        private final String name;

        @Parameters(
                paramLabel = "FILE",
                description = "the body as JSON, or {\"body\":…,\"actor\":…} as sign gives it; - for standard input")
        private Path file = Path.of("");

        @Option(
                names = "--as",
                paramLabel = "ROLE",
                description = "the role to act in (default: the first of the command's that you hold)")
        private @Nullable String role;

        @Option(
                names = "--key",
                paramLabel = "UUID",
                description = "idempotency key: sent again with the same one, it is done once (default: a new one)")
        private UUID key = UUID.randomUUID();

        @Mixin
        private GatewayOptions gateway = new GatewayOptions();

        @Spec
        private @Nullable CommandSpec spec;

        Send(String name) {
            this.name = name;
        }

        @Override
        public Integer call() {
            Map<String, String> headers = new TreeMap<>();
            headers.put("Idempotency-Key", key.toString());
            if (role != null) {
                headers.put("Pvn-Act-As", role);
            }
            JsonObject answer = gateway.client()
                    .post(
                            "/commands/" + name.replace(':', '/'),
                            "application/json",
                            request(InputFile.json(file)).canonicalBytes(),
                            headers);
            return Cli.submitted(
                    spec,
                    answer,
                    "send it again with --key " + key + " to learn how it ended; it is done at most once");
        }

        private static JsonObject request(JsonObject json) {
            boolean isRequest =
                    json.has("body") && json.without("body", "actor").members().isEmpty();
            return isRequest ? json : JsonObject.of("body", json);
        }
    }

    private CommandCommand() {}

    static CommandLine of(CommandTable table) {
        CommandLine group = new CommandLine(new Group());
        group.getCommandSpec()
                .usageMessage()
                .synopsisSubcommandLabel("NAME")
                .description("Send a command to the ledger through a gateway; each has --help with its members.");
        for (io.provenant.command.CommandSpec row : table.specs()) {
            Class<?> special = SPECIAL.get(row.name());
            group.addSubcommand(row.name(), special == null ? subcommand(row) : new CommandLine(special));
        }
        return group;
    }

    private static CommandLine subcommand(io.provenant.command.CommandSpec row) {
        CommandLine command = new CommandLine(new Send(row.name()));
        command.getCommandSpec()
                .usageMessage()
                .description(row.summary() + ".", escaped(OpenApi.description(row)))
                .footerHeading("%nMembers of the body, all of them without ? (no defaults):%n")
                .footer(List.copyOf(ShapeHelp.lines(row.body())).stream()
                        .map(CommandCommand::escaped)
                        .toArray(String[]::new));
        return command;
    }

    private static String escaped(String text) {
        return text.replace("%", "%%").replace("@|", "@ |");
    }
}
