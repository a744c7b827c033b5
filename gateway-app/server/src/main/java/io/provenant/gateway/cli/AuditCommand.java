package io.provenant.gateway.cli;

import io.provenant.canonical.JsonObject;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The audit trail of one subject. */
@Command(
        name = "audit",
        description =
                "Who did what, when: every write that concerns a party, a log, a decision or a version, newest first.")
final class AuditCommand implements Callable<Integer> {

    /** Exactly one of these. */
    static final class Subject {
        @Option(names = "--party", paramLabel = "ID", description = "a party")
        private @Nullable String party;

        @Option(names = "--origin", paramLabel = "ORIGIN", description = "a log")
        private @Nullable String origin;

        @Option(names = "--decision", paramLabel = "ID", description = "a request and its decision")
        private @Nullable String decision;

        @Option(names = "--version", paramLabel = "ID", description = "a version of an asset")
        private @Nullable String version;

        String query() {
            if (party != null) {
                return "party=" + GatewayClient.segment(party);
            }
            if (origin != null) {
                return "origin=" + GatewayClient.segment(origin);
            }
            return decision == null
                    ? "version=" + GatewayClient.segment(String.valueOf(version))
                    : "decision=" + GatewayClient.segment(decision);
        }
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    private boolean unusedHelp; // here --version is that of an asset

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    @Option(
            names = "--limit",
            defaultValue = "200",
            paramLabel = "N",
            description = "rows at most (default: ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--json", description = "print a JSON object a row")
    private boolean json;

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new CliException(ExitCode.NO_ANSWER, "--limit is from 1 up, not " + limit);
        }
        GatewayClient client = gateway.client();
        Optional<String> cursor = Optional.of("");
        int shown = 0;
        while (cursor.isPresent() && shown < limit) {
            String next = cursor.get().isEmpty() ? "" : "&cursor=" + GatewayClient.segment(cursor.get());
            JsonObject part = client.get("/audit?" + subject.query() + "&limit=" + Math.min(100, limit - shown) + next);
            part.objects("items").forEach(this::show);
            shown += part.objects("items").size();
            cursor = part.optionalText("next");
            if (cursor.isEmpty() || shown >= limit) {
                Cli.err(spec)
                        .println(shown + " rows; holds for block height " + part.integer("height")
                                + (cursor.isPresent() ? "; there are more, raise --limit" : ""));
            }
        }
        return ExitCode.DONE;
    }

    private void show(JsonObject row) {
        PrintWriter out = Cli.out(spec);
        out.println(json ? row.canonical() : line(row));
    }

    private static String line(JsonObject row) {
        String changed = row.objects("changes").stream()
                .map(change -> change.text("field"))
                .collect(Collectors.joining(","));
        return String.format(
                Locale.ROOT,
                "%s  block %d  %s  %s  %s  %s  %s  %s  %s%n    tx %s%n    changed %s",
                row.text("time"),
                row.integer("block"),
                row.text("mspId"),
                row.optionalText("role").orElse("-"),
                row.optionalText("partyId").orElse("-"),
                row.text("command"),
                row.text("fact"),
                row.text("key"),
                "",
                row.text("txId"),
                changed);
    }
}
