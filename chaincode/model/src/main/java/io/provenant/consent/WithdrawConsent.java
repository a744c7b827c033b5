package io.provenant.consent;

import static io.provenant.ledger.ReasonCode.HANDLE_PROOF_INVALID;
import static io.provenant.ledger.ReasonCode.NOT_FOUND;

import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
import io.provenant.command.UseCase;
import io.provenant.ledger.Change;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.Role;
import io.provenant.ledger.SignatureAlgorithm;
import io.provenant.ledger.Tx;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.Optional;

/**
 * {@code consent:withdraw}: a member of a grant withdraws. Anybody may carry it; it has no precondition but the proof of
 * the handle, counts from its commit and cannot be undone (INV-C7). It reads the grant and the member's own row and
 * nothing that the controller could move under it.
 */
public final class WithdrawConsent implements UseCase<WithdrawConsent.Request> {

    private static final int MAX_PATH = 64;
    private static final CommandSpec SPEC = CommandSpec.of("consent:withdraw", "Withdraw as a member of a grant")
            .body(Shape.of(
                    Field.of("consentId", FieldTypes.uuid()),
                    Field.of("leafIndex", FieldTypes.count()),
                    Field.of("memberCommit", FieldTypes.digest()),
                    Field.of("withdrawKeyHash", FieldTypes.digest()),
                    Field.of("proof", FieldTypes.list(FieldTypes.digest(), MAX_PATH)),
                    Field.of(
                            "opening",
                            FieldTypes.union(
                                    Shape.of(
                                            Field.of("kind", FieldTypes.oneOf(WithdrawalHandle.KEY)),
                                            Field.of("alg", FieldTypes.oneOf(SignatureAlgorithm.class)),
                                            Field.of("publicKey", FieldTypes.base64Url()),
                                            Field.of("signature", FieldTypes.base64Url())),
                                    Shape.of(
                                            Field.of("kind", FieldTypes.oneOf(WithdrawalHandle.SECRET)),
                                            Field.of("secret", FieldTypes.digest())),
                                    Shape.of(Field.of("kind", FieldTypes.oneOf(WithdrawalHandle.CONTROLLER)))))))
            .asRestrictive()
            .asIdempotent();

    /** Which member of which grant, and the proof. */
    public record Request(JsonObject body) implements Command {
        WithdrawalHandle handle() {
            return WithdrawalHandle.of(body);
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Request read(JsonObject body) {
        return new Request(body);
    }

    @Override
    public Outcome apply(Request request, Tx tx, Ledger ledger) {
        WithdrawalHandle handle = request.handle();
        Key<ConsentGrant> key = ConsentGrant.key(handle.consentId());
        Optional<ConsentGrant> grant = ledger.get(key);
        if (grant.isEmpty()) {
            return Outcome.rejected(NOT_FOUND, Detail.key(key));
        }
        // The proof comes before the answer to a second withdrawal: without a receipt nobody learns who has withdrawn.
        if (!handle.isMemberOf(grant.get(), tx) || !mayOpen(handle, grant.get(), tx)) {
            return Outcome.rejected(HANDLE_PROOF_INVALID, Detail.key(key));
        }
        return ledger.get(Withdrawal.key(handle.consentId(), handle.leafIndex()))
                        .isPresent()
                ? Outcome.unchanged(JsonObject.empty())
                : withdrawn(handle, tx);
    }

    private static boolean mayOpen(WithdrawalHandle handle, ConsentGrant grant, Tx tx) {
        return handle.pathCode().equals(WithdrawalHandle.CONTROLLER)
                ? tx.sender().is(grant.controllerId()) && tx.sender().actsAs(Role.CONTROLLER_DPO)
                : handle.opensLeaf(tx);
    }

    private static Outcome withdrawn(WithdrawalHandle handle, Tx tx) {
        ConsentId id = handle.consentId();
        LeafIndex index = handle.leafIndex();
        JsonObject member = JsonObject.empty()
                .with("consentId", id.value())
                .with("leafIndex", index.value())
                .with("pathCode", handle.pathCode());
        JsonObject row = JsonObject.empty().with("leafIndex", index.value()).with("effectiveMs", tx.ms());
        return Outcome.accepted(
                new Change.Create(Withdrawal.key(id, index), member),
                new Change.Create(QueuedWithdrawal.key(id, tx.ms(), index), row));
    }
}
