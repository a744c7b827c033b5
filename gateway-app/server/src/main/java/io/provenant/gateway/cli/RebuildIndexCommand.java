package io.provenant.gateway.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Has the index built again from block 0. */
@Command(
        name = "rebuild-index",
        mixinStandardHelpOptions = true,
        description = {
            "Have a running gateway build its index again from block 0.",
            "The old index goes on answering until the new one has come as far. A stop in between loses nothing: the"
                    + " rebuild goes on at the next start. Needs role org.admin."
        })
final class RebuildIndexCommand implements Callable<Integer> {

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Cli.out(spec)
                .println(gateway.client()
                        .post("/index/rebuilds", "application/json", new byte[0], Map.of())
                        .canonical());
        Cli.err(spec).println("begun; /api/v1/index says how far it is");
        return ExitCode.DONE;
    }
}
