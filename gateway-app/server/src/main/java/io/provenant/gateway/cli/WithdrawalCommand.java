package io.provenant.gateway.cli;

import io.provenant.gateway.consent.ConsentReceipt;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a withdrawal out of a consent receipt and nothing else, offline. */
@Command(
        name = "withdrawal",
        mixinStandardHelpOptions = true,
        description = {
            "Make the body of consent:withdraw from a consent receipt, offline.",
            "It is signed with the key in the receipt and names no person. Any gateway may carry it: provenant command"
                    + " consent:withdraw FILE."
        })
final class WithdrawalCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RECEIPT", description = "the consent receipt")
    private Path receipt = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "where to write it; default: print it")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try {
            Cli.give(spec, out, ConsentReceipt.parse(InputFile.bytes(receipt)).withdrawal());
            return ExitCode.DONE;
        } catch (IllegalArgumentException e) {
            throw new CliException(ExitCode.REFUSED, receipt + ": " + e.getMessage());
        }
    }
}
