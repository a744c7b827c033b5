package io.provenant.approval;

import static io.provenant.ledger.ReasonCode.APPROVALS_MISSING;
import static io.provenant.ledger.ReasonCode.FOUR_EYES;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.command.ApprovalSubject;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.Sender;
import io.provenant.ledger.Tx;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Counts the approvals of one exact command (INV-G1): of different parties and persons, not older than 30 days, never
 * the submitter's person, each for one row of what the rule set asks.
 */
public final class Approvals {

    private static final int MOST_APPROVERS = 8;

    private final Tx tx;
    private final Ledger ledger;

    /** The member {@code approverIds} of a body that needs approvals: whose rows are looked up. */
    public static Field approverIds() {
        return Field.of("approverIds", FieldTypes.set(FieldTypes.partyId(), MOST_APPROVERS));
    }

    /** The approvals as this transaction sees them. */
    public Approvals(Tx tx, Ledger ledger) {
        this.tx = tx;
        this.ledger = ledger;
    }

    /** Refuses unless the parties in {@code approverIds} have given what the rule set asks for this command. */
    public void require(String command, JsonObject body, ApprovalSubject subject, Refusals refusals) {
        require(command, RequiredApproval.of(command, subject, tx.rules().market()), body, subject, refusals);
    }

    /** Refuses unless the parties in {@code approverIds} have given these approvals. */
    public void require(
            String command,
            List<RequiredApproval> required,
            JsonObject body,
            ApprovalSubject subject,
            Refusals refusals) {
        if (required.isEmpty()) {
            return;
        }
        List<Approval> given = given(command, body, subject.subjectKey());
        List<Approval> counting = given.stream()
                .filter(approval -> !isSubmitter(approval))
                .filter(approval -> !subject.barredPersons().contains(who(approval)))
                .filter(approval -> !subject.target().equals(Optional.of(approval.partyId())))
                .toList();
        if (!covers(required, counting)) {
            refusals.add(
                    given.size() > counting.size() ? FOUR_EYES : APPROVALS_MISSING,
                    new Detail("key", subject.subjectKey()),
                    Detail.expected(required.stream().map(Approvals::name).collect(Collectors.joining(" and "))),
                    Detail.found(counting.size()));
        }
    }

    /**
     * The approvals in force that the named parties gave to this exact body. Each party is read under its own prefix, up
     * to {@value Ledger#MAX_SCAN} rows: what lapsed still takes a place, and only that of its own party.
     */
    public List<Approval> given(String command, JsonObject body, String subjectKey) {
        Digest hash = Subjects.hash(tx.digests(), command, body);
        List<Approval> given = new ArrayList<>();
        for (String approver : body.texts("approverIds")) {
            ledger.scan(Approval.TYPE, List.of(subjectKey, hash.hex(), approver), Ledger.MAX_SCAN).rows().stream()
                    .filter(approval -> approval.countsAt(tx.ms()))
                    .forEach(given::add);
        }
        return given;
    }

    // A party stands for one row, however many of its persons agreed.
    private boolean covers(List<RequiredApproval> required, List<Approval> counting) {
        Optional<String> submitter = tx.sender().party().map(PartyId::value);
        List<SortedSet<PartyId>> able = new ArrayList<>();
        for (RequiredApproval row : required) {
            able.add(counting.stream()
                    .filter(approval -> row.accepts(approval, submitter))
                    .map(Approval::partyId)
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        return eachByAnother(able, new TreeSet<>());
    }

    private static boolean eachByAnother(List<SortedSet<PartyId>> able, SortedSet<PartyId> taken) {
        return able.isEmpty()
                || able.get(0).stream()
                        .filter(party -> !taken.contains(party))
                        .anyMatch(party -> eachByAnother(able.subList(1, able.size()), with(party, taken)));
    }

    private static SortedSet<PartyId> with(PartyId party, SortedSet<PartyId> parties) {
        SortedSet<PartyId> all = new TreeSet<>(parties);
        all.add(party);
        return all;
    }

    private boolean isSubmitter(Approval approval) {
        Sender sender = tx.sender();
        return sender.is(approval.partyId())
                && sender.person().filter(approval.person()::equals).isPresent();
    }

    private static String who(Approval approval) {
        return approval.partyId().value() + "!" + approval.person();
    }

    private static String name(RequiredApproval required) {
        return required.roles().stream().map(Role::code).collect(Collectors.joining(" or "));
    }
}
