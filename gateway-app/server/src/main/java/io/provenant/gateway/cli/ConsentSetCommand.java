package io.provenant.gateway.cli;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds a consent set. */
@Command(
        name = "consent-set",
        mixinStandardHelpOptions = true,
        description = {
            "Build a consent set from a file of persons, .csv with a head line or .ndjson, each with a subjectRef.",
            "Gives consentId and population for consent:give. Nothing about a person leaves the gateway."
        })
final class ConsentSetCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the file of persons")
    private Path file = Path.of("");

    @Option(names = "--consent-id", paramLabel = "UUID", description = "default: drawn by the gateway")
    private @Nullable UUID consentId;

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        String query = consentId == null ? "" : "?consentId=" + consentId;
        String type = file.toString().endsWith(".csv") ? "text/csv" : "application/x-ndjson";
        Cli.out(spec)
                .println(gateway.client()
                        .postFile("/consents/sets" + query, type, file)
                        .canonical());
        return ExitCode.DONE;
    }
}
