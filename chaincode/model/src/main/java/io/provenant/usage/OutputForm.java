package io.provenant.usage;

/** What leaves a use. */
public enum OutputForm {
    ROW,
    ANSWER,
    AGGREGATE,
    MODEL;

    /** True if further data may be built on it (INV-A10): an answer is an end. */
    public boolean isToBuildOn() {
        return this != ANSWER;
    }

    /** True if what leaves holds something of single persons, so that it is deleted in the end. */
    public boolean holdsRecords() {
        return this != AGGREGATE;
    }
}
