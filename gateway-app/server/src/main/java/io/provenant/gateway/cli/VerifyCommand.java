package io.provenant.gateway.cli;

import io.provenant.proof.Verification;
import io.provenant.proof.report.Report;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a receipt or an attestation offline, against the verifier's own trust file. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Verify a receipt or an attestation, offline, against your own trust file.",
            "Prints each check with pass, fail or not applicable and why, and the level reached. Exits with 0 where every"
                    + " check that applies passed, 1 where one failed, 2 where something needed is missing."
        })
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the receipt or attestation")
    private Path file = Path.of("");

    @Option(names = "--trust", required = true, paramLabel = "FILE", description = "your trust file; see: trust make")
    private Path trust = Path.of("");

    @Option(
            names = "--log-key",
            paramLabel = "KEY",
            description = "C2SP verifier key of the log, where no attestation knows it yet")
    private @Nullable String logKey;

    @Option(
            names = "--attestation",
            paramLabel = "FILE",
            description = "an attestation beside the receipt that shows the keys of its log")
    private @Nullable Path attestation;

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Report report = report();
        PrintWriter out = Cli.out(spec);
        out.println(json ? report.toJson().canonical() : report.text());
        return report.verdict().exitCode();
    }

    private Report report() {
        try {
            Verification verification = Verification.against(InputFile.bytes(trust));
            if (logKey != null) {
                verification = verification.withLogKey(logKey);
            }
            if (attestation != null) {
                verification = verification.withAttestation(InputFile.bytes(attestation));
            }
            return verification.verify(InputFile.bytes(file));
        } catch (CliException | IllegalArgumentException e) {
            return Verification.couldNotCheck(String.valueOf(e.getMessage()));
        }
    }
}
