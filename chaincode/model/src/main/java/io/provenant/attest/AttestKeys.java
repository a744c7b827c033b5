package io.provenant.attest;

import static io.provenant.ledger.ReasonCode.LIMIT_EXCEEDED;
import static io.provenant.ledger.ReasonCode.NOT_FOUND;

import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
import io.provenant.command.UseCase;
import io.provenant.ledger.AnyEntry;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.ModelVersion;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.Tx;
import io.provenant.party.Fence;
import io.provenant.party.Market;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * {@code attest}: the values of some keys, or their absence, with the market and the fence. Endorsed and not submitted:
 * what each organisation's peer signs holds the version of every key, and a version exists only if its transaction was
 * valid (domain 3a.12).
 */
public final class AttestKeys implements UseCase<AttestKeys.Question> {

    private static final int MAX_KEYS = 64;
    private static final int MAX_BYTES = 1024 * 1024;
    private static final CommandSpec SPEC = CommandSpec.of(
                    "attest", "State the values of keys, for a stranger to verify")
            .forAnyCertificate()
            .body(Shape.of(Field.of(
                    "keys",
                    FieldTypes.set(
                            FieldTypes.text("[A-Z]{3}(![A-Za-z0-9._:/-]{1,128}){1,16}", "key of the world state"),
                            1,
                            MAX_KEYS))))
            .asEvaluated();

    /** Which keys. */
    public record Question(JsonObject body) implements Command {}

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Question read(JsonObject body) {
        return new Question(body);
    }

    @Override
    public Outcome apply(Question question, Tx tx, Ledger ledger) {
        Optional<Fence> fence = ledger.get(Fence.KEY);
        if (fence.isEmpty() || tx.foundedTx().isEmpty()) {
            return Outcome.rejected(NOT_FOUND, Detail.key(Market.KEY));
        }
        List<JsonObject> entries = question.body().texts("keys").stream()
                .map(key -> entry(key, ledger))
                .toList();
        JsonObject answer = JsonObject.empty()
                .with("channel", tx.channel())
                .with("foundedTx", tx.market())
                .with(
                        "fence",
                        JsonObject.empty()
                                .with("no", fence.get().no())
                                .with("tickMs", fence.get().tickMs()))
                .with("codeSha256", tx.codeSha256())
                .with("modelVersion", ModelVersion.CURRENT)
                .withObjects("entries", entries);
        int size = answer.canonicalBytes().length;
        return size <= MAX_BYTES
                ? Outcome.unchanged(answer)
                : Outcome.rejected(LIMIT_EXCEEDED, Detail.expected(MAX_BYTES), Detail.found(size));
    }

    private static JsonObject entry(String key, Ledger ledger) {
        JsonObject entry = JsonObject.empty().with("key", key);
        return ledger.get(AnyEntry.key(key))
                .map(value -> entry.with("value", value.json()))
                .orElseGet(() -> entry.with("absent", true));
    }
}
