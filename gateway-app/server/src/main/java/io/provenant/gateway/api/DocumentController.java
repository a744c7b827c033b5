package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.command.CommandTable;
import io.provenant.command.UseCase;
import io.provenant.document.OwnCollection;
import io.provenant.gateway.index.DocumentHash;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.security.Caller;
import io.provenant.ledger.Refusals;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Private documents (domain 3.8): a deposit travels in the transient member {@code document} and leaves nothing but a
 * hash on the ledger. Who does not name a key and a salt gets random ones; who names no collection, that of
 * his organisation.
 */
@RestController
public final class DocumentController {

    private static final String DEPOSIT = "document:deposit";
    private static final Shape REQUEST = Shape.of(
            Field.optional("collection", FieldTypes.text("[A-Za-z0-9_.-]{1,80}", "name of a collection")),
            Field.of("document", FieldTypes.any()),
            Field.optional("docKey", FieldTypes.text("[0-9a-f]{32}", "32 lower-case hex digits")),
            Field.optional("salt", FieldTypes.digest()),
            Field.optional("privateHash", FieldTypes.digest()),
            Field.optional("actor", FieldTypes.any()));

    private final CommandTable commands;
    private final Signatories signatories;
    private final Submissions submissions;
    private final Index index;
    private final String own;
    private final SecureRandom random = new SecureRandom();

    /** The routes of documents. */
    public DocumentController(
            CommandTable commands, Signatories signatories, Submissions submissions, Index index, String mspId) {
        this.commands = commands;
        this.signatories = signatories;
        this.submissions = submissions;
        this.index = index;
        this.own = OwnCollection.of(mspId);
    }

    @PostMapping(path = "/api/v1/documents", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JsonObject> deposit(@RequestHeader HttpHeaders headers, InputStream body, Caller caller) {
        SubmitHeaders how = SubmitHeaders.read(headers);
        JsonObject request = StrictJsonReader.parseObject(Bodies.read(body, CommandRequest.MAX_BYTES));
        check(request);
        repeatable(headers, request);
        UseCase<?> deposit = commands.find(DEPOSIT)
                .orElseThrow(() ->
                        new ApiProblem(HttpStatus.NOT_FOUND, "COMMAND_UNKNOWN", "this version has no " + DEPOSIT));
        JsonObject stored = JsonObject.of("document", request.value("document"))
                .with("salt", request.optionalText("salt").orElseGet(() -> fresh(32)));
        String docKey = request.optionalText("docKey").orElseGet(() -> fresh(16));
        JsonObject place =
                JsonObject.empty().with("collection", collection(request)).with("docKey", docKey);
        JsonObject deposited = request.optionalText("privateHash")
                .map(hash -> place.with("privateHash", hash))
                .orElse(place);
        JsonObject envelope = JsonObject.of("body", deposited);
        CommandRequest command = CommandRequest.checked(
                deposit,
                request.get("actor").map(actor -> envelope.with("actor", actor)).orElse(envelope));
        Signatory as = signatories.of(caller.person(), deposit.spec(), command.actor(), how.role());
        LedgerCommand sent =
                LedgerCommand.of(DEPOSIT, command.body()).by(command.actor()).depositing(stored.canonical());
        try {
            return shown(submissions.submit(as, sent, how.idempotencyKey()), docKey);
        } catch (ApiProblem refused) {
            throw refused.renamed("/transient/document/", "/");
        }
    }

    @GetMapping("/api/v1/documents/{collection}/{depositorId}/{docKey}")
    JsonObject hash(@PathVariable String collection, @PathVariable String depositorId, @PathVariable String docKey) {
        String key = "PVD!" + depositorId + "!" + docKey;
        return Reads.one(index.document(collection, key), "document " + docKey, DocumentController::row);
    }

    private static ResponseEntity<JsonObject> shown(ResponseEntity<JsonObject> answer, String docKey) {
        JsonObject body = answer.getBody();
        return body == null
                ? answer
                : ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .body(body.with("docKey", new JsonString(docKey)));
    }

    private static JsonObject row(DocumentHash found) {
        return JsonObject.empty()
                .with("collection", found.collection())
                .with("key", found.key())
                .with("privateHash", found.hash().hex())
                .with("written", Rows.written(found.written()));
    }

    // Fabric shows an implicit collection to every client of the channel that reaches a peer of the organisation.
    private String collection(JsonObject request) {
        String collection = request.optionalText("collection").orElse(own);
        if (collection.startsWith(OwnCollection.IMPLICIT)) {
            throw new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "not-private",
                    collection + " is shown to every client of the channel that reaches a peer of its organisation;"
                            + " nothing was sent. Deposit it in " + own + ", or name no collection");
        }
        return collection;
    }

    // A key or a salt drawn anew would make the same request another one.
    private static void repeatable(HttpHeaders headers, JsonObject request) {
        boolean isNamed = request.has("docKey") && request.has("salt");
        if (headers.getFirst(SubmitHeaders.IDEMPOTENCY_KEY) != null && !isNamed) {
            throw Reads.notAcceptable("name docKey and salt with an Idempotency-Key: drawn here they differ");
        }
    }

    private static void check(JsonObject request) {
        Refusals refusals = new Refusals();
        REQUEST.check(request, "", refusals);
        if (!refusals.isEmpty()) {
            throw ApiProblem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    refusals.reasons(),
                    refusals.rejected().message());
        }
    }

    private String fresh(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
