package io.provenant.gateway.cli;

import io.provenant.canonical.JsonObject;
import io.provenant.dispatch.Commands;
import io.provenant.ledger.Refusals;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs a command with a party's own key, offline; any member's gateway may carry what it gives. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = {
            "Sign a command with your party's own key, offline.",
            "Gives {\"body\":…,\"actor\":…}: send it through any member's gateway, for instance with: provenant command"
                    + " NAME FILE. Nobody who carries it can change a byte."
        })
final class SignCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NAME", description = "the command, such as usage:request")
    private String name = "";

    @Parameters(index = "1", paramLabel = "BODY", description = "its body, a JSON file; - for standard input")
    private Path body = Path.of("");

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "Ed25519 private key, PKCS#8 PEM")
    private Path key = Path.of("");

    @Option(names = "--party", required = true, paramLabel = "ID", description = "your party, such as pty-lumen")
    private String party = "";

    @Option(names = "--key-id", required = true, paramLabel = "ID", description = "the key's id in the party's record")
    private String keyId = "";

    @Option(names = "--channel", required = true, paramLabel = "NAME", description = "the channel of the market")
    private String channel = "";

    @Option(
            names = "--founded-tx",
            required = true,
            paramLabel = "TX",
            description = "the transaction that founded the market: the signature counts there alone")
    private String foundedTx = "";

    @Option(
            names = "--minutes",
            defaultValue = "60",
            paramLabel = "N",
            description = "how long it may be carried, at most 1440 (default: ${DEFAULT-VALUE})")
    private long minutes;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write it; default: print it")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        JsonObject content = InputFile.json(body);
        check(content);
        try {
            PartySigner signer = new PartySigner(
                    channel,
                    foundedTx,
                    party,
                    keyId,
                    PartySigner.readKey(new String(InputFile.bytes(key), StandardCharsets.US_ASCII)),
                    Duration.ofMinutes(minutes),
                    Clock.systemUTC());
            Cli.give(spec, out, JsonObject.of("body", content).with("actor", signer.sign(name, content)));
            return ExitCode.DONE;
        } catch (IllegalArgumentException e) {
            throw new CliException(ExitCode.NO_ANSWER, "not signed: " + e.getMessage());
        }
    }

    private void check(JsonObject content) {
        Refusals refusals = new Refusals();
        Commands.all()
                .find(name)
                .orElseThrow(() -> new CliException(
                        ExitCode.NO_ANSWER, "no command " + name + "; provenant command --help lists them"))
                .spec()
                .body()
                .check(content, "/body", refusals);
        if (!refusals.isEmpty()) {
            throw new CliException(
                    ExitCode.REFUSED, "not signed: " + refusals.rejected().message());
        }
    }
}
