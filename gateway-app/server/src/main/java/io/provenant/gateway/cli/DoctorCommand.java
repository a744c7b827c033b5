package io.provenant.gateway.cli;

import io.provenant.gateway.Doctor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    @Option(names = "--config", paramLabel = "FILE", description = "settings (default: application.yaml here)")
    private @Nullable Path config;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<Doctor.Finding> findings = Doctor.examine(Optional.ofNullable(config));
        findings.forEach(finding -> Cli.out(spec)
                .println((finding.isWell() ? "ok       " : "PROBLEM  ") + finding.what() + ": " + finding.says()));
        return findings.stream().allMatch(Doctor.Finding::isWell) ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
