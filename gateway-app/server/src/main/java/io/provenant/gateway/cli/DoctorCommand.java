package io.provenant.gateway.cli;

import io.provenant.gateway.Doctor;
import io.provenant.gateway.doctor.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is wrong with the settings and with what they name. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Check the settings and all that they name: files, certificates, database, identity provider, peer.",
            "Changes nothing. Exits with 0 where all is well, 1 where something is wrong; each finding says what to do."
        })
final class DoctorCommand implements Callable<Integer> {

    private static final Logger GRPC = Logger.getLogger("io.grpc");

    @Option(names = "--config", paramLabel = "FILE", description = "settings (default: application.yaml here)")
    private @Nullable Path config;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        GRPC.setLevel(Level.WARNING); // else it tells of its transport between the findings
        List<Finding> findings = Doctor.examine(Optional.ofNullable(config));
        findings.forEach(
                finding -> Cli.out(spec).println(mark(finding.state()) + finding.what() + ": " + finding.says()));
        return findings.stream().allMatch(Finding::isWell) ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static String mark(Finding.State state) {
        return switch (state) {
            case OK -> "ok       ";
            case NOTE -> "note     ";
            case PROBLEM -> "PROBLEM  ";
        };
    }
}
