package io.provenant.dispatch;

import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;
import static io.provenant.ledger.ReasonCode.LIMIT_EXCEEDED;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.MalformedJsonException;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Refusals;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A command on its way: {@code {"v":1,"command":…,"body":{…},"actor":{…}?}}, canonical (domain 3a.1). */
record Envelope(String command, JsonObject body, Optional<JsonObject> actor) {

    /** 256 KiB. */
    static final int MAX_BYTES = 256 * 1024;

    static final Shape ACTOR = Shape.of(
            Field.optional("partyId", FieldTypes.partyId()),
            Field.optional("keyId", FieldTypes.text("[A-Za-z0-9._-]{1,64}", "key id")),
            Field.optional("notAfterMs", FieldTypes.ms()),
            Field.optional("signature", FieldTypes.base64Url()),
            Field.optional("actorCommit", FieldTypes.digest()));

    private static final Shape SHAPE = Shape.of(
            Field.of("v", FieldTypes.integer(1, 1)),
            Field.of("command", FieldTypes.text("[A-Za-z:]{1,64}", "command name")),
            Field.of("body", FieldTypes.any()),
            Field.optional("actor", ACTOR));

    private static final String[] SIGNED = {"partyId", "keyId", "notAfterMs", "signature"};

    /** Step 1 of the order of checks: size, strict JSON, canonical form, two equal names. */
    static Optional<Envelope> parse(String command, String text, Refusals refusals) {
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        if (size > MAX_BYTES) {
            refusals.add(LIMIT_EXCEEDED, Detail.expected(MAX_BYTES), Detail.found(size));
            return Optional.empty();
        }
        try {
            return checked(command, text, StrictJsonReader.parseObject(text), refusals);
        } catch (MalformedJsonException e) {
            refusals.add(INPUT_MALFORMED, new Detail("offset", Integer.toString(e.offset())));
            return Optional.empty();
        }
    }

    private static Optional<Envelope> checked(String command, String text, JsonObject json, Refusals refusals) {
        SHAPE.check(json, "", refusals);
        if (!refusals.isEmpty()) {
            return Optional.empty();
        }
        refusals.require(json.canonical().equals(text), INPUT_MALFORMED, Detail.expected("canonical JSON"));
        refusals.require(json.text("command").equals(command), INPUT_MALFORMED, Detail.field("/command"));
        if (!(json.members().get("body") instanceof JsonObject body)) {
            refusals.add(INPUT_MALFORMED, Detail.field("/body"), Detail.expected("object"));
            return Optional.empty();
        }
        Optional<JsonObject> actor = json.optionalObject("actor");
        actor.ifPresent(a -> checkActor(a, refusals));
        return refusals.isEmpty() ? Optional.of(new Envelope(command, body, actor)) : Optional.empty();
    }

    // The four members of a signature come all or not at all (domain 3a.9).
    private static void checkActor(JsonObject actor, Refusals refusals) {
        long present = Arrays.stream(SIGNED).filter(actor::has).count();
        refusals.require(
                present == 0 || present == SIGNED.length,
                INPUT_MALFORMED,
                Detail.field("/actor"),
                Detail.expected("partyId, keyId, notAfterMs and signature together"));
    }

    /** The actor, where the command is signed by a party. */
    Optional<JsonObject> signedActor() {
        return actor.filter(a -> a.has("partyId"));
    }
}
