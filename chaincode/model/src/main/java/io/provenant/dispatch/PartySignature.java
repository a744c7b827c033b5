package io.provenant.dispatch;

import static io.provenant.ledger.ReasonCode.KEY_NOT_VALID;
import static io.provenant.ledger.ReasonCode.SIGNATURE_EXPIRED;
import static io.provenant.ledger.ReasonCode.SIGNATURE_INVALID;

import io.provenant.canonical.Base64Url;
import io.provenant.canonical.JsonObject;
import io.provenant.command.CommandSpec;
import io.provenant.command.Who;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.Sender;
import io.provenant.ledger.SignatureCheck;
import io.provenant.party.Party;
import io.provenant.party.PartyKey;
import io.provenant.party.SignedCommand;
import java.util.Optional;

/** Step 5 of the order of checks: the detached signature of the acting party and the key it was made with. */
final class PartySignature {

    private static final long LONGEST_MS = 86_400_000;

    private final Invocation call;
    private final String foundedTx;
    private final CommandSpec spec;
    private final SignatureCheck signatures;
    private final Refusals refusals;

    PartySignature(Invocation call, String foundedTx, CommandSpec spec, SignatureCheck signatures, Refusals refusals) {
        this.call = call;
        this.foundedTx = foundedTx;
        this.spec = spec;
        this.signatures = signatures;
        this.refusals = refusals;
    }

    /** The sender with the role and person of the key, for a hosted party; a member keeps those of its certificate. */
    Sender check(Sender sender, Party signer, JsonObject body, JsonObject actor) {
        long notAfterMs = actor.integer("notAfterMs");
        refusals.require(
                call.ms() <= notAfterMs && notAfterMs <= call.ms() + LONGEST_MS,
                SIGNATURE_EXPIRED,
                new Detail("notAfterMs", Long.toString(notAfterMs)));
        Optional<PartyKey> key = key(signer, actor.text("keyId"));
        Optional<Role> role = key.flatMap(k -> role(k, sender, signer));
        if (key.isEmpty() || role.isEmpty()) {
            refusals.add(KEY_NOT_VALID, new Detail("keyId", actor.text("keyId")));
            return sender;
        }
        byte[] bytes = SignedCommand.bytes(call.channel(), foundedTx, spec.name(), body, actor);
        refusals.require(verifies(key.get(), bytes, actor.text("signature")), SIGNATURE_INVALID);
        return signer.isMember()
                ? sender
                : new Sender(
                        sender.mspId(),
                        sender.party(),
                        role,
                        Optional.of(key.get().person()),
                        sender.actorCommit());
    }

    private Optional<PartyKey> key(Party signer, String keyId) {
        Optional<PartyKey> key = spec.name().equals("party:apply")
                ? signer.keys().stream()
                        .findFirst()
                        .filter(first -> first.keyId().equals(keyId))
                : signer.key(keyId);
        return key.filter(k -> k.isValidAt(call.ms()));
    }

    // The first role of the command's Who column that the key holds (domain 3a.9).
    private Optional<Role> role(PartyKey key, Sender sender, Party signer) {
        if (signer.isMember()) {
            return sender.role().filter(key.roles()::contains);
        }
        if (spec.who() instanceof Who.OneOf some) {
            return some.roles().stream()
                    .filter(role -> key.roles().contains(role) && mayHold(signer, role))
                    .findFirst();
        }
        return key.roles().stream().filter(role -> mayHold(signer, role)).findFirst();
    }

    private static boolean mayHold(Party party, Role role) {
        return role.neededPartyRoles().isEmpty()
                || role.neededPartyRoles().stream().anyMatch(party::has);
    }

    private boolean verifies(PartyKey key, byte[] bytes, String signature) {
        return Base64Url.decode(signature)
                .filter(raw -> signatures.verify(key.algorithm(), key.publicKey(), bytes, raw))
                .isPresent();
    }
}
