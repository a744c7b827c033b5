package io.provenant.gateway.log;

import java.util.List;

/** A line that is no record; all that is wrong with it. */
public final class FaultyLineException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<LineFault> faults;

    /** These faults, at least one. */
    public FaultyLineException(List<LineFault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    FaultyLineException(LineFault fault) {
        this(List.of(fault));
    }

    /** What is wrong, in the order found. */
    public List<LineFault> faults() {
        return faults;
    }
}
