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
}
