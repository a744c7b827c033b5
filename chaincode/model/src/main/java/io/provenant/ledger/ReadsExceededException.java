package io.provenant.ledger;

/** A recording is full: what needs one more read cannot be judged from it. */
public final class ReadsExceededException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    ReadsExceededException(int reads, int bytes) {
        super("a recording of " + reads + " reads and " + bytes + " bytes is full");
    }
}
