package io.provenant.consent;

import static io.provenant.ledger.ReasonCode.KEY_NOT_VALID;
import static io.provenant.ledger.ReasonCode.NOT_INDEPENDENT;
import static io.provenant.ledger.ReasonCode.ROLE_NOT_ALLOWED;
import static io.provenant.ledger.ReasonCode.SIGNATURE_INVALID;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.Tx;
import io.provenant.merkle.TreeHasher;
import io.provenant.party.Accreditation;
import io.provenant.party.Independence;
import io.provenant.party.Party;
import io.provenant.party.PartyKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whose word a grant is (INV-C15): anything above the controller's claim is signed by a party that is neither controller
 * nor recipient nor of their groups, and a grant that an agent sends by the controller as well.
 */
final class GrantAssurance {

    private final JsonObject body;
    private final Tx tx;
    private final Ledger ledger;
    private final Refusals refusals;
    private final PartyId controller;
    private final byte[] statement;

    GrantAssurance(JsonObject body, Tx tx, Ledger ledger, Refusals refusals) {
        this.body = body;
        this.tx = tx;
        this.ledger = ledger;
        this.refusals = refusals;
        this.controller = new PartyId(body.text("controllerId"));
        this.statement = ConsentStatement.bytes(tx.channel(), tx.market(), body);
    }

    void check() {
        Assurance assurance = Assurance.valueOf(body.text("assurance"));
        Optional<JsonObject> attestation = body.optionalObject(GrantShape.ATTESTATION);
        boolean needed = assurance != Assurance.CLAIMED;
        refusals.require(attestation.isPresent() == needed, SIGNATURE_INVALID, field(GrantShape.ATTESTATION));
        if (needed && attestation.isPresent()) {
            attested(assurance, attestation.get());
        }
        Optional<JsonObject> own = body.optionalObject(GrantShape.CONTROLLER_SIGNATURE);
        if (own.isPresent()) {
            signedBy(controller, own.get(), List.of(Role.CONTROLLER_DPO, Role.CONTROLLER_APP));
        } else {
            refusals.require(
                    !tx.sender().actsAs(Role.SUBJECT_AGENT), SIGNATURE_INVALID, field(GrantShape.CONTROLLER_SIGNATURE));
        }
    }

    private void attested(Assurance assurance, JsonObject attestation) {
        PartyId attester = new PartyId(attestation.text("partyId"));
        independent(attester);
        boolean hosted = assurance == Assurance.HOST_ATTESTED;
        signedBy(attester, attestation, List.of(hosted ? Role.HOST_GATEWAY : Role.SUBJECT_AGENT));
        if (!hosted) {
            new Accreditation(ledger, tx.ms())
                    .missing(attester, Role.SUBJECT_AGENT)
                    .ifPresent(key -> refusals.add(ROLE_NOT_ALLOWED, Detail.key(key)));
        }
        Optional<JsonObject> subject = attestation.optionalObject(GrantShape.SUBJECT);
        boolean signs = assurance == Assurance.SUBJECT_SIGNED;
        refusals.require(
                signs == subject.isPresent()
                        && subject.filter(s -> !isSubject(s)).isEmpty(),
                SIGNATURE_INVALID,
                field(GrantShape.ATTESTATION + "/" + GrantShape.SUBJECT));
    }

    private void independent(PartyId attester) {
        List<PartyId> concerned = new ArrayList<>();
        concerned.add(controller);
        body.texts("recipientIds").stream().map(PartyId::new).forEach(concerned::add);
        Independence independence = new Independence(ledger);
        refusals.require(
                concerned.stream()
                        .noneMatch(other -> attester.equals(other) || independence.sameGroup(attester, other)),
                NOT_INDEPENDENT,
                new Detail("partyId", attester.value()));
    }

    private void signedBy(PartyId party, JsonObject members, List<Role> roles) {
        Optional<PartyKey> key = ledger.get(Party.key(party))
                .filter(Party::isActive)
                .filter(found -> found.isMember() || !roles.contains(Role.HOST_GATEWAY)) // a host is a member
                .flatMap(found -> found.key(members.text("keyId")))
                .filter(found -> found.isValidAt(tx.ms()))
                .filter(found -> roles.stream().anyMatch(found.roles()::contains));
        if (key.isEmpty()) {
            refusals.add(
                    KEY_NOT_VALID, new Detail("partyId", party.value()), new Detail("keyId", members.text("keyId")));
            return;
        }
        DetachedSignature signature = DetachedSignature.of(members);
        refusals.require(
                signature.algorithm() == key.get().algorithm()
                        && signature.verifies(key.get().publicKey(), statement, tx),
                SIGNATURE_INVALID,
                new Detail("partyId", party.value()));
    }

    // The leaf of the tree of one binds the key that signs to the member: nobody signs with a key of his own making.
    private boolean isSubject(JsonObject subject) {
        DetachedSignature signature = DetachedSignature.of(subject);
        JsonObject population = body.object("population");
        Digest commit = new Digest(subject.text("memberCommit"));
        return population.integer("size") == 1
                && signature
                        .publicKey()
                        .filter(key -> signature.verifies(key, statement, tx))
                        .map(key -> WithdrawalHandle.keyHash(tx, signature.algorithm(), key))
                        .map(hash -> WithdrawalHandle.leaf(new TreeHasher(tx.digests()), commit, hash))
                        .filter(leaf -> leaf.hex().equals(population.text("memberRoot")))
                        .isPresent();
    }

    private static Detail field(String name) {
        return Detail.field("/body/" + name);
    }
}
