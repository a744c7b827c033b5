package io.provenant.gateway.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a gateway sent and knows no outcome of. */
@Command(
        name = "outbox",
        mixinStandardHelpOptions = true,
        description = {
            "Show what a running gateway sent and knows no outcome of, with what it was answered last.",
            "All of it is sent again by itself, what is refused each time once an hour. Needs role org.admin."
        })
final class OutboxCommand implements Callable<Integer> {

    @Option(
            names = "--release",
            paramLabel = "<txId>",
            description = "Have this transaction sent no more. Its outcome stays unknown: what was sent may still be"
                    + " committed, and is then shown as committed.")
    private @Nullable String released;

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Cli.out(spec).println(released == null ? all() : release(released));
        return ExitCode.DONE;
    }

    private String all() {
        return gateway.client().get("/outbox").canonical();
    }

    private String release(String txId) {
        String path = "/outbox/" + GatewayClient.segment(txId) + "/releases";
        return gateway.client()
                .post(path, "application/json", new byte[0], Map.of())
                .canonical();
    }
}
