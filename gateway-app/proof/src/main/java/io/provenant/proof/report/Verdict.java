package io.provenant.proof.report;

/** What a verification comes to, with the exit code of the command. */
public enum Verdict {
    /** Every check that applies passed. */
    VALID(0),
    /** A check failed. */
    NOT_VALID(1),
    /** Something that the checks need is missing or broken; it says nothing about the file. */
    COULD_NOT_CHECK(2);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of {@code provenant verify}. */
    public int exitCode() {
        return exitCode;
    }
}
