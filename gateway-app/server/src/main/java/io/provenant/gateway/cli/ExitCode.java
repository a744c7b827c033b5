package io.provenant.gateway.cli;

/** What {@code provenant} exits with, the same for every sub-command. */
final class ExitCode {

    /** Done; for {@code verify}: valid. */
    static final int DONE = 0;
    /** Refused, not valid, or a problem found: the answer is no. */
    static final int REFUSED = 1;
    /** There is no answer: not reachable, not readable, or the command line is wrong. */
    static final int NO_ANSWER = 2;
    /** Sent, outcome unknown: ask for the transaction later. */
    static final int INDETERMINATE = 3;

    private ExitCode() {}
}
