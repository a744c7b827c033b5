package io.provenant.gateway.cli;

import io.provenant.canonical.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes. */
final class Cli {

    private Cli() {}

    static PrintWriter out(@Nullable CommandSpec spec) {
        return Optional.ofNullable(spec).orElseThrow().commandLine().getOut();
    }

    static PrintWriter err(@Nullable CommandSpec spec) {
        return Optional.ofNullable(spec).orElseThrow().commandLine().getErr();
    }

    /** Writes a proof file as canonical bytes where a path is given, else prints it. */
    static void give(@Nullable CommandSpec spec, @Nullable Path file, JsonObject json) {
        if (file == null) {
            out(spec).println(json.canonical());
        } else {
            InputFile.write(file, json.canonicalBytes());
            err(spec).println("wrote " + file);
        }
    }

    /** Prints the answer to a submitted command; an unknown outcome has an exit status of its own. */
    static int submitted(@Nullable CommandSpec spec, JsonObject answer, String ifUnknown) {
        out(spec).println(answer.canonical());
        if (answer.optionalText("state").filter("INDETERMINATE"::equals).isEmpty()) {
            return ExitCode.DONE;
        }
        err(spec).println("sent, outcome unknown: " + ifUnknown);
        return ExitCode.INDETERMINATE;
    }
}
