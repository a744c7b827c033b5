package io.provenant.gateway.consent;

import java.util.List;

/** A file of persons with lines that are none; each is named by number, never by what it says. */
public final class MemberFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<MemberFault> faults;

    MemberFileException(List<MemberFault> faults) {
        super(faults.size() + " faulty lines, the first: " + faults.get(0));
        this.faults = List.copyOf(faults);
    }

    /** All that is wrong, in the file's order. */
    public List<MemberFault> faults() {
        return faults;
    }
}
