package io.provenant.gateway.cli;

import io.provenant.gateway.GatewayApp;
import io.provenant.gateway.SettingsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a gateway until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Run this organisation's gateway.",
            "Settings come from application.yaml in the working folder or --config, and from environment variables of the"
                    + " same names: provenant.data-dir is PROVENANT_DATADIR. SIGTERM or Ctrl-C stops it cleanly."
        })
final class ServeCommand implements Callable<Integer> {

    @Option(names = "--config", paramLabel = "FILE", description = "settings (default: application.yaml here)")
    private @Nullable Path config;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        GatewayApp app = start();
        Runtime.getRuntime().addShutdownHook(new Thread(app::close, "stop"));
        Cli.out(spec).println("listening on " + app.url() + ", status at " + app.url() + "/api/v1/status");
        new CountDownLatch(1).await(); // until a signal runs the hook
        return ExitCode.DONE;
    }

    private GatewayApp start() {
        try {
            return GatewayApp.serve(Optional.ofNullable(config));
        } catch (SettingsException e) {
            throw new CliException(
                    ExitCode.NO_ANSWER,
                    "the gateway does not start with these settings:\n  " + String.join("\n  ", e.problems())
                            + "\nprovenant doctor checks them all");
        }
    }
}
