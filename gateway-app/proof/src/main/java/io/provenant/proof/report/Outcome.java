package io.provenant.proof.report;

/** How a check ended. */
public enum Outcome {
    PASS("pass"),
    FAIL("fail"),
    NOT_APPLICABLE("not applicable");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The outcome as it is printed. */
    public String word() {
        return word;
    }
}
