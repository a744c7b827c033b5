package io.provenant.dispatch;

import static io.provenant.ledger.ReasonCode.LIMIT_EXCEEDED;

import io.provenant.canonical.JsonObject;
import io.provenant.command.CommandSpec;
import io.provenant.ledger.Change;
import io.provenant.ledger.CommonFields;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Tx;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns accepted changes into writes, the answer and the one event (domain 3a.1), keys ascending. */
final class Answers {

    private static final int MAX_WRITES = 1_100;
    private static final int MAX_READS = 1_280;
    private static final int MAX_OBJECT_BYTES = 96 * 1024;

    private final CommandSpec spec;
    private final Tx tx;
    private final List<Write> writes = new ArrayList<>();
    private final List<JsonObject> listed = new ArrayList<>();
    private final List<JsonObject> facts = new ArrayList<>();
    private final Refusals refusals = new Refusals();

    Answers(CommandSpec spec, Tx tx) {
        this.spec = spec;
        this.tx = tx;
    }

    Result of(Outcome.Accepted accepted, Ledger ledger) {
        limit(accepted.changes().size(), MAX_WRITES, "writes");
        limit(ledger.reads().size(), MAX_READS, "reads");
        accepted.changes().stream()
                .sorted(Comparator.comparing(Change::keyText))
                .forEach(this::write);
        if (!refusals.isEmpty()) {
            return new Result.Refusal(refusals.rejected(), ledger.reads());
        }
        return new Result.Success(payload(accepted.answer()).canonical(), writes, event(), ledger.reads());
    }

    private void write(Change change) {
        if (change instanceof Change.Create create) {
            put(create.key(), CommonFields.stamp(create, tx));
        } else if (change instanceof Change.Update update) {
            put(update.key(), CommonFields.stamp(update, tx));
        } else if (change instanceof Change.Delete delete) {
            String key = delete.key().text();
            writes.add(new Write.Delete(key));
            listed.add(JsonObject.empty().with("key", key).with("deleted", true));
            facts.add(JsonObject.empty()
                    .with("key", key)
                    .with("fact", delete.key().type().docType() + ".deleted"));
        } else if (change instanceof Change.Deposit deposit) {
            writes.add(new Write.PutPrivate(deposit.document().collection(), deposit.keyText(), deposit.value()));
        }
    }

    private void put(Key<?> key, JsonObject value) {
        String text = value.canonical();
        limit(text.getBytes(StandardCharsets.UTF_8).length, MAX_OBJECT_BYTES, key.text());
        long rev = value.optionalInteger("rev").orElse(1L);
        String what = value.has("rev") ? value.optionalText("state").orElse("written") : "written";
        writes.add(new Write.Put(key.text(), text));
        listed.add(JsonObject.empty().with("key", key.text()).with("rev", rev));
        facts.add(JsonObject.empty()
                .with("key", key.text())
                .with("rev", rev)
                .with("fact", key.type().docType() + "." + what));
    }

    // An attestation is told from every other payload by its member (domain 3a.12).
    private JsonObject payload(JsonObject answer) {
        JsonObject versioned = JsonObject.empty().with("v", 1);
        return spec.name().equals("attest")
                ? versioned.with("attest", answer)
                : versioned.with("command", spec.name()).with("answer", answer).withObjects("writes", listed);
    }

    private Optional<String> event() {
        return listed.isEmpty()
                ? Optional.empty()
                : Optional.of(JsonObject.empty()
                        .with("v", 1)
                        .with("command", spec.name())
                        .withObjects("facts", facts)
                        .canonical());
    }

    private void limit(int found, int most, String what) {
        refusals.require(
                found <= most, LIMIT_EXCEEDED, new Detail("limit", what), Detail.expected(most), Detail.found(found));
    }
}
