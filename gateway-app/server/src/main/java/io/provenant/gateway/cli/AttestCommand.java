package io.provenant.gateway.cli;

import io.provenant.canonical.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches an attestation. */
@Command(
        name = "attest",
        mixinStandardHelpOptions = true,
        description = "Have several organisations' peers sign what the ledger holds at these keys; check it with:"
                + " provenant verify.")
final class AttestCommand implements Callable<Integer> {

    @Parameters(arity = "1..64", paramLabel = "KEY", description = "keys such as PTY!pty-lumen, in any order")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", description = "where to write it; default: print it")
    private @Nullable Path out;

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        JsonObject question = JsonObject.empty().withTexts("keys", new TreeSet<>(keys));
        Cli.give(
                spec,
                out,
                gateway.client().post("/attestations", "application/json", question.canonicalBytes(), Map.of()));
        return ExitCode.DONE;
    }
}
