package io.provenant.network.standalone.story;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Prints the story: chapters, steps with the time they took, and whether each step held. */
public final class Narrator {

    private final PrintStream out;
    private final Clock clock;
    private Instant last;
    private int held;
    private int chapters;

    /** Tells the story here. */
    public Narrator(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.last = clock.instant();
    }

    /** Starts a chapter. */
    public void chapter(String title) {
        chapters++;
        out.printf(Locale.ROOT, "%n%d. %s%n", chapters, title);
        last = clock.instant();
    }

    /** A step that held. */
    public void held(String step, Object... arguments) {
        Instant now = clock.instant();
        out.printf(
                Locale.ROOT,
                "   %6.2f s  %s%n",
                Duration.between(last, now).toMillis() / 1000.0,
                String.format(Locale.ROOT, step, arguments));
        last = now;
        held++;
    }

    /** A line that explains. */
    public void remark(String remark, Object... arguments) {
        out.printf(Locale.ROOT, "             %s%n", String.format(Locale.ROOT, remark, arguments));
    }

    /** Requires that something holds, and ends the story where it does not. */
    public void require(boolean holds, String step, Object... arguments) {
        if (!holds) {
            throw new StoryException(String.format(Locale.ROOT, step, arguments));
        }
        held(step, arguments);
    }

    /** Steps that held so far. */
    public int steps() {
        return held;
    }
}
