package io.provenant.document;

import static io.provenant.ledger.ReasonCode.DOCUMENT_MISSING;
import static io.provenant.ledger.ReasonCode.LIMIT_EXCEEDED;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Detail;
import io.provenant.ledger.DocumentKey;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Sender;
import io.provenant.shape.Field;
import io.provenant.shape.FieldType;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Private documents that a public record cites; their hashes are reads of the command (domain 3.8). */
public final class CitedDocuments {

    private static final int MOST = 8;
    private static final String NAME = "documents";
    private static final FieldType TABLE = FieldTypes.table(
            Shape.of(
                    Field.of("collection", collection()),
                    Field.of("depositorId", FieldTypes.partyId()),
                    Field.of("docKey", docKey()),
                    Field.of("kindCode", FieldTypes.code("documentKinds"))),
            MOST,
            "collection",
            "depositorId",
            "docKey");

    private CitedDocuments() {}

    /** The member {@code documents} of a body that cites papers. */
    public static Field field() {
        return Field.of(NAME, TABLE);
    }

    /** The member {@code documents} of a body that may cite papers. */
    public static Field optionalField() {
        return Field.optional(NAME, TABLE);
    }

    static FieldType collection() {
        return FieldTypes.text(
                "pdcOwn-[A-Za-z0-9_-]{1,64}|pdc[A-Za-z]{1,32}|_implicit_org_[A-Za-z0-9.-]{1,64}",
                "name of a collection");
    }

    static FieldType docKey() {
        return FieldTypes.text("[0-9a-f]{32}", "32 lower-case hex digits");
    }

    /** The body's documents with their private hashes; {@code DOCUMENT_MISSING} for each that nobody deposited. */
    public static List<JsonObject> read(JsonObject body, Ledger ledger, Refusals refusals) {
        List<JsonObject> cited = new ArrayList<>();
        for (JsonObject row : body.has(NAME) ? body.objects(NAME) : List.<JsonObject>of()) {
            DocumentKey key = key(row);
            Optional<Digest> hash = ledger.privateHash(key);
            refusals.require(hash.isPresent(), DOCUMENT_MISSING, new Detail("key", key.text()));
            hash.ifPresent(found -> cited.add(row.with("privateHash", found.hex())));
        }
        return cited;
    }

    /** The same, and at least one: a guard that says "cited". */
    public static List<JsonObject> readSome(JsonObject body, Ledger ledger, Refusals refusals) {
        List<JsonObject> cited = read(body, ledger, refusals);
        refusals.require(
                !body.objects(NAME).isEmpty(), DOCUMENT_MISSING, Detail.field("/body/documents"), Detail.expected(1));
        return cited;
    }

    /** The documents that a record cites already and further ones, each once and in order; at most 8 together. */
    public static List<JsonObject> merged(List<JsonObject> held, List<JsonObject> more, Refusals refusals) {
        SortedMap<String, JsonObject> byKey = new TreeMap<>();
        for (JsonObject row : held) {
            byKey.put(sortKey(row), row);
        }
        for (JsonObject row : more) {
            byKey.put(sortKey(row), row);
        }
        refusals.require(
                byKey.size() <= MOST,
                LIMIT_EXCEEDED,
                Detail.field("/body/documents"),
                Detail.expected(MOST),
                Detail.found(byKey.size()));
        return List.copyOf(byKey.values());
    }

    private static String sortKey(JsonObject row) {
        return row.text("collection") + '\u0000' + row.text("depositorId") + '\u0000' + row.text("docKey");
    }

    /** A restriction cites only what lies in the acting authority's own collection (domain 3a.2). */
    public static void requireOwnCollection(JsonObject body, Sender sender, Refusals refusals) {
        for (JsonObject row : body.objects(NAME)) {
            refusals.require(
                    OwnCollection.isOf(row.text("collection"), sender.mspId()),
                    DOCUMENT_MISSING,
                    Detail.expected(OwnCollection.of(sender.mspId())),
                    Detail.found(row.text("collection")));
        }
    }

    private static DocumentKey key(JsonObject row) {
        return new DocumentKey(row.text("collection"), new PartyId(row.text("depositorId")), row.text("docKey"));
    }
}
