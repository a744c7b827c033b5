package io.provenant.approval;

import static io.provenant.ledger.ReasonCode.APPROVAL_NOT_ASKED;
import static io.provenant.ledger.ReasonCode.INVOKER_UNKNOWN;
import static io.provenant.ledger.ReasonCode.NOT_FOUND;
import static io.provenant.ledger.ReasonCode.NOT_INDEPENDENT;
import static io.provenant.ledger.ReasonCode.ROLE_NOT_ALLOWED;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.command.ApprovalSubject;
import io.provenant.command.UseCase;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.Sender;
import io.provenant.ledger.Tx;
import io.provenant.party.Accreditation;
import io.provenant.party.Independence;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Whether this sender's word is asked on this exact command, and the row that keeps it. */
final class CommandApproval {

    /** What a founding's approvals stand under. */
    static final String FOUNDING = "MKT!founding";

    private static final String FOUND = "market:found";

    private final UseCase<?> useCase;
    private final JsonObject subject;
    private final Tx tx;
    private final Ledger ledger;
    private final Refusals refusals;

    CommandApproval(UseCase<?> useCase, JsonObject subject, Tx tx, Ledger ledger, Refusals refusals) {
        this.useCase = useCase;
        this.subject = subject;
        this.tx = tx;
        this.ledger = ledger;
        this.refusals = refusals;
    }

    Optional<ApprovalRow> row(BiPredicate<JsonObject, Sender> isFounder) {
        Optional<ApprovalSubject> found =
                tx.foundedTx().isPresent() ? asked() : founding(isFounder).map(ApprovalSubject::of);
        return refusals.isEmpty() ? found.map(this::row) : Optional.empty();
    }

    // While there is no market, only those whom the body names approve, each by a certificate of its own MSP.
    private Optional<String> founding(BiPredicate<JsonObject, Sender> isFounder) {
        boolean founds = command().equals(FOUND);
        refusals.require(founds, INVOKER_UNKNOWN, Detail.found("market not founded"));
        refusals.require(
                !founds || isFounder.test(subject.object("body"), tx.sender()),
                APPROVAL_NOT_ASKED,
                Detail.field("/body/subject/body/founders"));
        return Optional.of(FOUNDING);
    }

    private Optional<ApprovalSubject> asked() {
        Optional<ApprovalSubject> found = useCase.approvalSubject(subject.object("body"), ledger);
        String askedAs = found.flatMap(ApprovalSubject::askedAs).orElse(command());
        List<RequiredApproval> required =
                RequiredApproval.of(askedAs, tx.rules().market());
        if (found.isEmpty()) {
            refusals.add(required.isEmpty() ? APPROVAL_NOT_ASKED : NOT_FOUND, new Detail("command", command()));
            return found;
        }
        Role role = tx.sender().role().orElseThrow();
        refusals.require(
                required.stream().anyMatch(row -> row.roles().contains(role)),
                APPROVAL_NOT_ASKED,
                new Detail("command", command()),
                Detail.found(role.code()));
        new Accreditation(ledger, tx.ms())
                .missing(tx.sender().partyId(), role)
                .ifPresent(key -> refusals.add(ROLE_NOT_ALLOWED, Detail.key(key)));
        found.get().target().ifPresent(this::checkIndependent);
        return found;
    }

    private void checkIndependent(PartyId target) {
        Independence independence = new Independence(ledger);
        PartyId approver = tx.sender().partyId();
        refusals.require(
                !approver.equals(target)
                        && !independence.isHost(approver, target)
                        && !independence.sameGroup(approver, target),
                APPROVAL_NOT_ASKED,
                new Detail("target", target.value()));
        refusals.require(!independence.isHost(target, approver), NOT_INDEPENDENT, new Detail("target", target.value()));
    }

    private ApprovalRow row(ApprovalSubject about) {
        Digest hash = Subjects.hash(tx.digests(), command(), subject.object("body"));
        Sender sender = tx.sender();
        String person = sender.person().orElseThrow();
        JsonObject fields = JsonObject.empty()
                .with("subjectKey", about.subjectKey())
                .with("subjectHash", hash.hex())
                .with("scopeCode", "COMMAND")
                .with("command", command())
                .with("subject", subject)
                .with("partyId", sender.partyId().value())
                .with("role", sender.role().orElseThrow().code())
                .with("person", person);
        return new ApprovalRow(Approval.ofCommand(about.subjectKey(), hash, sender.partyId(), person), fields);
    }

    private String command() {
        return subject.text("command");
    }
}
