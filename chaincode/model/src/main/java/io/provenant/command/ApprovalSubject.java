package io.provenant.command;

import io.provenant.ledger.PartyId;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an approval of a command stands under, and whom it is about (domain 3a.7).
 *
 * @param subjectKey the key of the record that the command is about, with its own {@code !}
 * @param target the party concerned, who has no say
 * @param barredPersons persons whose approval never counts, as {@code partyId!person}: who proposed a list entry
 * @param askedAs the command whose rows of the section {@code approvals} count, where it is not the command itself
 */
public record ApprovalSubject(
        String subjectKey, Optional<PartyId> target, SortedSet<String> barredPersons, Optional<String> askedAs) {

    /** Copies the persons in. */
    public ApprovalSubject {
        barredPersons = new TreeSet<>(barredPersons);
    }

    /** A subject that concerns no party. */
    public static ApprovalSubject of(String subjectKey) {
        return new ApprovalSubject(subjectKey, Optional.empty(), new TreeSet<>(), Optional.empty());
    }

    /** A subject that concerns this party. */
    public static ApprovalSubject about(String subjectKey, PartyId target) {
        return new ApprovalSubject(subjectKey, Optional.of(target), new TreeSet<>(), Optional.empty());
    }

    /** The same subject, with a person whose approval never counts. */
    public ApprovalSubject barring(String partyAndPerson) {
        SortedSet<String> barred = new TreeSet<>(barredPersons);
        barred.add(partyAndPerson);
        return new ApprovalSubject(subjectKey, target, barred, askedAs);
    }

    /** The same subject, for which the approvals of another command are asked. */
    public ApprovalSubject askedAs(String command) {
        return new ApprovalSubject(subjectKey, target, barredPersons, Optional.of(command));
    }
}
