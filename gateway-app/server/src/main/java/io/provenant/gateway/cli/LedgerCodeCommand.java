package io.provenant.gateway.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Asks what the ledger runs. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description =
                "Which code, commands and records the ledger runs: ledger:describe, from this organisation's peer.")
final class LedgerCodeCommand implements Callable<Integer> {

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Cli.out(spec).println(gateway.client().get("/ledger").canonical());
        return ExitCode.DONE;
    }
}
