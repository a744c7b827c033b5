package io.provenant.gateway.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects findings, one for each examination, whatever becomes of it. */
public final class Findings {

    /** An examination; what is wrong is an exception whose message says so. */
    public interface Examination {

        /** What is there. */
        String says() throws Exception;
    }

    private final List<Finding> all = new ArrayList<>();

    /** Examines; true if it is well. */
    public boolean examine(String what, Examination examination) {
        Finding found = finding(what, examination);
        all.add(found);
        return found.isWell();
    }

    private static Finding finding(String what, Examination examination) {
        try {
            return new Finding(what, Finding.State.OK, examination.says());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding(what, Finding.State.PROBLEM, "interrupted");
        } catch (Exception e) {
            String says = Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
            return new Finding(what, Finding.State.PROBLEM, says);
        }
    }

    /** Adds what was found otherwise. */
    public void add(Finding finding) {
        all.add(finding);
    }

    /** All so far. */
    public List<Finding> all() {
        return List.copyOf(all);
    }

    /** Refuses what does not hold. */
    public static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
