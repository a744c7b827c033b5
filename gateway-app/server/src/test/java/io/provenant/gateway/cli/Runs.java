package io.provenant.gateway.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs the command line in this process. */
public final class Runs {

    private Runs() {}

    /** What a run said, and how it ended. */
    public record Ran(int exit, String out, String err) {}

    /** Runs {@code provenant} with these arguments. */
    public static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ran(exit, out.toString(), err.toString());
    }
}
