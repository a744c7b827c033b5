package io.provenant.gateway.cli;

import io.provenant.canonical.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records in volume. */
@Command(
        name = "records",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Hand records to a log of this organisation.",
        subcommands = RecordsCommand.Post.class)
final class RecordsCommand {

    /** Posts a file. */
    @Command(
            name = "post",
            mixinStandardHelpOptions = true,
            description = {
                "Post a file of records, a JSON object a line (NDJSON).",
                "Each line that is kept is answered by a signed promise. With a faulty line nothing is kept, unless"
                        + " --keep-going is set. Posting a file again keeps nothing twice."
            })
    static final class Post implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "the file; - for standard input")
        private Path file = Path.of("");

        @Option(names = "--log", required = true, paramLabel = "ORIGIN", description = "the log's origin")
        private String origin = "";

        @Option(names = "--keep-going", description = "keep the good lines where others are faulty")
        private boolean keepGoing;

        @Option(names = "--json", description = "print what became of each line as JSON")
        private boolean json;

        @Mixin
        private GatewayOptions gateway = new GatewayOptions();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            String path = "/logs/" + GatewayClient.segment(origin) + "/records" + (keepGoing ? "?keep-going=true" : "");
            JsonObject answer = gateway.client().postFile(path, "application/x-ndjson", file);
            List<JsonObject> faulty = answer.objects("lines").stream()
                    .filter(line -> line.has("codes"))
                    .toList();
            if (json) {
                Cli.out(spec).println(answer.canonical());
            } else {
                Cli.out(spec).println(answer.integer("kept") + " records promised, " + faulty.size() + " lines faulty");
                faulty.forEach(line -> Cli.out(spec)
                        .println("  line " + line.integer("line") + ": " + String.join(",", line.texts("codes"))));
            }
            return faulty.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }
}
