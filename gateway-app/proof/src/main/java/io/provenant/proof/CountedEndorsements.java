package io.provenant.proof;

import io.provenant.proof.attestation.Endorsement;
import io.provenant.proof.trust.EndorsementPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The endorsements of an attestation that count. Anybody can add one that does not, so a bad one takes nothing from those
 * that do: it is set aside with a warning. Where too few are left, what was wrong with it is why the check fails.
 */
final class CountedEndorsements {

    private final EndorsementPolicy policy;
    private final List<String> warnings = new ArrayList<>();
    private List<Endorsement> counted;

    CountedEndorsements(List<Endorsement> all, EndorsementPolicy policy) {
        this.policy = policy;
        this.counted = all;
    }

    /** Keeps those that meet a requirement, which refuses by an {@link IllegalArgumentException}. */
    void keep(Consumer<Endorsement> requirement) {
        List<Endorsement> kept = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Endorsement endorsement : counted) {
            try {
                requirement.accept(endorsement);
                kept.add(endorsement);
            } catch (IllegalArgumentException e) {
                faults.add(String.valueOf(e.getMessage()));
            }
        }
        counted = kept;
        if (!faults.isEmpty() && !suffice()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        faults.forEach(fault -> warnings.add("warning: an endorsement does not count: " + fault));
    }

    List<Endorsement> counted() {
        return counted;
    }

    List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        List<String> order = counted.stream().map(Endorsement::mspId).toList();
        if (!order.equals(order.stream().sorted().toList())) {
            all.add("warning: endorsements out of the order of their MSP ids, " + order
                    + ": somebody changed the file after it was made");
        }
        return all;
    }

    /** True if they are as many voices as the trust file asks. */
    boolean suffice() {
        return policy.voices(signed()) >= policy.atLeast();
    }

    /** Who signed, of those whom the trust file asks. */
    String found() {
        return signed().size() + " of " + policy.mspIds() + " signed, at least " + policy.atLeast() + " needed"
                + (policy.oneVoice().isEmpty() ? "" : "; one voice together: " + policy.oneVoice());
    }

    private SortedSet<String> signed() {
        SortedSet<String> signed = new TreeSet<>();
        counted.forEach(endorsement -> signed.add(endorsement.mspId()));
        signed.retainAll(policy.mspIds());
        return signed;
    }
}
