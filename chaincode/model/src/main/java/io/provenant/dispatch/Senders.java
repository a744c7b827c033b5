package io.provenant.dispatch;

import static io.provenant.ledger.ReasonCode.INVOKER_UNKNOWN;
import static io.provenant.ledger.ReasonCode.PARTY_NOT_ACTIVE;
import static io.provenant.ledger.ReasonCode.ROLE_NOT_ALLOWED;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.command.CommandSpec;
import io.provenant.command.Who;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.Sender;
import io.provenant.party.Accreditation;
import io.provenant.party.Party;
import io.provenant.party.PartyKind;
import io.provenant.party.PartyState;
import java.util.List;
import java.util.Optional;

/** Step 4 of the order of checks: MSP, party and role of whoever sends a command (domain 3.4, 3.5). */
final class Senders {

    private static final List<String> BEFORE_ACTIVATION = List.of("document:deposit");

    private final Ledger ledger;
    private final Invoker invoker;
    private final Envelope envelope;
    private final CommandSpec spec;
    private final Refusals refusals;
    private final Accreditation accreditation;

    Senders(Ledger ledger, Invocation call, Envelope envelope, CommandSpec spec, Refusals refusals) {
        this.ledger = ledger;
        this.invoker = call.invoker();
        this.envelope = envelope;
        this.spec = spec;
        this.refusals = refusals;
        this.accreditation = new Accreditation(ledger, call.ms());
    }

    /** Who founds: a certificate with role {@code market.founder}, no party record yet (domain 3a.6). */
    Optional<Sender> founder() {
        boolean founds = role().filter(Role.MARKET_FOUNDER::equals).isPresent() && isComplete();
        refusals.require(founds, INVOKER_UNKNOWN, Detail.expected(Role.MARKET_FOUNDER.code()));
        return founds ? Optional.of(certified()) : Optional.empty();
    }

    /** Any certificate: its party is named only where the party's record lists the certificate's MSP. */
    Sender anybody() {
        boolean known = !spec.evaluated()
                && isComplete()
                && party(invoker.party()).filter(this::ownsMsp).isPresent();
        return known
                ? certified()
                : new Sender(invoker.mspId(), Optional.empty(), Optional.empty(), Optional.empty(), actorCommit());
    }

    /** A member, or the carrier of a hosted party's signed command; refusals say why there is no sender. */
    Optional<Sender> party() {
        Optional<Party> own = party(invoker.party());
        if (!isComplete() || role().isEmpty()) {
            refusals.add(INVOKER_UNKNOWN, Detail.expected("pvn.party, pvn.role, pvn.person"));
            return Optional.empty();
        }
        if (isApplicant(own)) {
            checkRole(role().get(), List.of());
            return accepted(certified());
        }
        if (own.filter(this::ownsMsp).isEmpty()) {
            refusals.add(INVOKER_UNKNOWN, new Detail("mspId", invoker.mspId()));
            return Optional.empty();
        }
        checkActive(own.get());
        Optional<PartyId> signer = envelope.signedActor().map(a -> new PartyId(a.text("partyId")));
        return signer.isEmpty() || signer.get().equals(own.get().partyId()) ? member(own.get()) : hosted(signer.get());
    }

    private Optional<Sender> member(Party own) {
        checkRole(role().orElseThrow(), own.roles());
        checkAccredited(certified());
        return accepted(certified());
    }

    /** Refuses a sender whose role sends this command, and has no force without an accreditation that is missing. */
    void checkAccredited(Sender sender) {
        if (spec.who() instanceof Who.OneOf) {
            sender.role()
                    .flatMap(role -> accreditation.missing(sender.partyId(), role))
                    .ifPresent(key -> refusals.add(ROLE_NOT_ALLOWED, Detail.key(key)));
        }
    }

    // The role of a hosted party comes from its key, never from the carrier's certificate.
    private Optional<Sender> hosted(PartyId signer) {
        refusals.require(
                role().filter(Role.HOST_GATEWAY::equals).isPresent(),
                ROLE_NOT_ALLOWED,
                Detail.expected(Role.HOST_GATEWAY.code()));
        Optional<Party> acting = signer(signer);
        if (acting.filter(party -> !party.isMember()).isEmpty()) {
            refusals.add(INVOKER_UNKNOWN, new Detail("partyId", signer.value()));
            return Optional.empty();
        }
        if (!spec.name().equals("party:apply")) {
            checkActive(acting.get());
        }
        return accepted(
                new Sender(invoker.mspId(), Optional.of(signer), Optional.empty(), Optional.empty(), actorCommit()));
    }

    /** The party that signs: its record, or, for an application, what the body says of it. */
    Optional<Party> signer(PartyId id) {
        JsonObject body = envelope.body();
        if (spec.name().equals("party:apply") && body.text("partyId").equals(id.value())) {
            return Optional.of(new Party(body.with("id", id.value())));
        }
        return ledger.get(Party.key(id));
    }

    private boolean isApplicant(Optional<Party> own) {
        return spec.name().equals("party:apply")
                && own.isEmpty()
                && isUnsignedOrOwn()
                && envelope.body().text("kind").equals(PartyKind.MEMBER.name())
                && invoker.party()
                        .filter(id -> envelope.body().text("partyId").equals(id))
                        .isPresent();
    }

    // A hosted party proves that it has its first key; only a member's certificate speaks for itself.
    private boolean isUnsignedOrOwn() {
        return envelope.signedActor()
                .filter(actor -> !invoker.party().equals(Optional.of(actor.text("partyId"))))
                .isEmpty();
    }

    private void checkActive(Party party) {
        boolean early = BEFORE_ACTIVATION.contains(spec.name())
                && party.state()
                        .filter(s -> s.equals(PartyState.APPLIED.name()) || s.equals(PartyState.VERIFIED.name()))
                        .isPresent();
        refusals.require(party.isActive() || early, PARTY_NOT_ACTIVE, Detail.key(Party.key(party.partyId())));
    }

    private void checkRole(Role role, List<PartyRole> held) {
        boolean asked = spec.who() instanceof Who.AnyParty
                ? role != Role.MARKET_FOUNDER
                : spec.who() instanceof Who.OneOf some && some.roles().contains(role);
        boolean holds = role.neededPartyRoles().isEmpty()
                || role.neededPartyRoles().stream().anyMatch(held::contains);
        refusals.require(asked && holds, ROLE_NOT_ALLOWED, new Detail("role", role.code()));
    }

    private Optional<Sender> accepted(Sender sender) {
        return refusals.isEmpty() ? Optional.of(sender) : Optional.empty();
    }

    private Sender certified() {
        return new Sender(invoker.mspId(), invoker.party().map(PartyId::new), role(), invoker.person(), actorCommit());
    }

    private boolean isComplete() {
        return invoker.party().isPresent()
                && invoker.person()
                        .filter(alias -> alias.matches("[a-z0-9]{8,32}"))
                        .isPresent();
    }

    private boolean ownsMsp(Party party) {
        return party.isMember() && party.mspIds().contains(invoker.mspId());
    }

    private Optional<Role> role() {
        return invoker.role().flatMap(Role::of);
    }

    private Optional<Party> party(Optional<String> id) {
        return id.filter(text -> text.matches("pty-[A-Za-z0-9-]{1,60}"))
                .flatMap(text -> ledger.get(Party.key(new PartyId(text))));
    }

    private Optional<Digest> actorCommit() {
        return envelope.actor().flatMap(a -> a.optionalText("actorCommit")).map(Digest::new);
    }
}
