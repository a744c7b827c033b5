package io.provenant.gateway.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches a receipt. */
@Command(
        name = "receipt",
        mixinStandardHelpOptions = true,
        description = "Fetch the receipt of a record, as full as it can be now; check it with: provenant verify.")
final class ReceiptCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ORIGIN", description = "the log's origin")
    private String origin = "";

    @Parameters(index = "1", paramLabel = "INDEX", description = "the record's number, from 0")
    private long index;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write it; default: print it")
    private @Nullable Path out;

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Cli.give(spec, out, gateway.client().get("/receipts/" + GatewayClient.segment(origin) + "/" + index));
        return ExitCode.DONE;
    }
}
