package io.provenant.document;

import static io.provenant.ledger.ReasonCode.ALREADY_EXISTS;
import static io.provenant.ledger.ReasonCode.DOCUMENT_DIFFERS;
import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;
import static io.provenant.ledger.ReasonCode.LIMIT_EXCEEDED;
import static io.provenant.ledger.ReasonCode.NOT_YOURS;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.canonical.MalformedJsonException;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
import io.provenant.command.UseCase;
import io.provenant.ledger.Change;
import io.provenant.ledger.Detail;
import io.provenant.ledger.DocumentKey;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Tx;
import io.provenant.party.Party;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * {@code document:deposit}: stores a salted private document under the depositor's own id, in a collection only. What
 * comes in the transient map is seen by members of the collection and by nobody else (INV-D0).
 */
public final class DepositDocument implements UseCase<DepositDocument.Deposit> {

    private static final int MAX_BYTES = 96 * 1024;
    private static final CommandSpec SPEC = CommandSpec.of(
                    "document:deposit", "Store a private document, for a public record to cite")
            .body(Shape.of(
                    Field.of("collection", CitedDocuments.collection()),
                    Field.of("docKey", CitedDocuments.docKey()),
                    Field.optional("privateHash", FieldTypes.digest())))
            .asIdempotent();

    private static final Shape DOCUMENT = Shape.of(
            Field.of("docType", FieldTypes.text("[A-Za-z][A-Za-z0-9]{0,63}", "docType")),
            Field.of("id", FieldTypes.uuid()));
    private static final Shape VALUE =
            Shape.of(Field.of("document", FieldTypes.any()), Field.of("salt", FieldTypes.digest()));

    /** Where it goes. */
    public record Deposit(JsonObject body) implements Command {
        String collection() {
            return body.text("collection");
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Deposit read(JsonObject body) {
        return new Deposit(body);
    }

    @Override
    public Outcome apply(Deposit deposit, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        Optional<String> value = tx.document();
        refusals.require(value.isPresent(), INPUT_MALFORMED, Detail.field("/transient/document"));
        value.ifPresent(text -> checkValue(text, refusals));
        if (value.isEmpty() || !refusals.isEmpty()) {
            return refusals.rejected();
        }
        String collection = deposit.collection();
        refusals.require(
                !OwnCollection.isOfOne(collection)
                        || OwnCollection.isOf(collection, tx.sender().mspId()),
                NOT_YOURS,
                Detail.field("/body/collection"),
                Detail.expected(OwnCollection.of(tx.sender().mspId())));
        checkNamedHash(deposit, value.get(), tx, ledger, refusals);
        return refusals.isEmpty() ? stored(deposit, value.get(), tx, ledger) : refusals.rejected();
    }

    // A hosted party's signature covers the body and not the transient map: without the hash in it, whoever carries the
    // deposit could store another paper under the party's name.
    private static void checkNamedHash(Deposit deposit, String value, Tx tx, Ledger ledger, Refusals refusals) {
        Optional<String> named = deposit.body().optionalText("privateHash");
        boolean isHosted = ledger.get(Party.key(tx.sender().partyId()))
                .filter(party -> !party.isMember())
                .isPresent();
        refusals.require(
                named.isPresent() || !isHosted,
                INPUT_MALFORMED,
                Detail.field("/body/privateHash"),
                Detail.found("missing"));
        String hash =
                tx.digests().digest(value.getBytes(StandardCharsets.UTF_8)).hex();
        refusals.require(
                named.filter(text -> !text.equals(hash)).isEmpty(),
                DOCUMENT_DIFFERS,
                Detail.field("/body/privateHash"),
                Detail.found(hash));
    }

    private static Outcome stored(Deposit deposit, String value, Tx tx, Ledger ledger) {
        DocumentKey key = new DocumentKey(
                deposit.collection(), tx.sender().partyId(), deposit.body().text("docKey"));
        Digest hash = tx.digests().digest(value.getBytes(StandardCharsets.UTF_8));
        JsonObject answer = JsonObject.empty().with("privateHash", hash.hex());
        Optional<Digest> before = ledger.privateHash(key);
        if (before.isEmpty()) {
            return new Outcome.Accepted(List.of(new Change.Deposit(key, value)), answer);
        }
        return before.get().equals(hash)
                ? Outcome.unchanged(answer)
                : Outcome.rejected(ALREADY_EXISTS, new Detail("key", key.text()));
    }

    // The salt is what keeps the public hash of the value from being guessed (domain 3.10).
    private static void checkValue(String text, Refusals refusals) {
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        if (size > MAX_BYTES) {
            refusals.add(LIMIT_EXCEEDED, Detail.expected(MAX_BYTES), Detail.found(size));
            return;
        }
        try {
            JsonObject value = StrictJsonReader.parseObject(text);
            refusals.require(
                    value.canonical().equals(text),
                    INPUT_MALFORMED,
                    Detail.field("/transient/document"),
                    Detail.expected("canonical JSON"));
            VALUE.check(value, "/transient/document", refusals);
            value.get("document").ifPresent(document -> checkDocument(document, refusals));
        } catch (MalformedJsonException e) {
            refusals.add(
                    INPUT_MALFORMED,
                    Detail.field("/transient/document"),
                    new Detail("offset", Integer.toString(e.offset())));
        }
    }

    private static void checkDocument(JsonValue document, Refusals refusals) {
        String at = "/transient/document/document";
        if (!(document instanceof JsonObject object)) {
            refusals.add(INPUT_MALFORMED, Detail.field(at), Detail.expected("object"));
            return;
        }
        JsonObject head = JsonObject.empty();
        for (Field field : DOCUMENT.fields()) {
            head = object.has(field.name()) ? head.with(field.name(), object.value(field.name())) : head;
        }
        DOCUMENT.check(head, at, refusals);
    }
}
