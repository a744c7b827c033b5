package io.provenant.gateway.api;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.consent.ConsentSets;
import io.provenant.gateway.consent.ConsentTerms;
import io.provenant.gateway.consent.MemberFault;
import io.provenant.gateway.consent.MemberFile;
import io.provenant.gateway.consent.MemberFileException;
import io.provenant.gateway.desk.ReadLog;
import io.provenant.gateway.index.Founding;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.index.Lookup;
import io.provenant.gateway.index.RecordVersion;
import io.provenant.gateway.log.MarketId;
import io.provenant.gateway.security.Access;
import io.provenant.gateway.security.Caller;
import io.provenant.gateway.security.Person;
import io.provenant.ledger.Role;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Consents for many persons: the file stays here, encrypted; a root goes on the ledger. A receipt is given once the
 * grant is on the ledger, and says what the ledger says of it.
 */
@RestController
public final class ConsentController {

    private static final String CSV = "text/csv";
    private static final int MAX_FILE_BYTES = 64 << 20;

    private final ConsentSets sets;
    private final Index index;
    private final ReadLog reads;
    private final String channel;

    /** The sets of this gateway. */
    public ConsentController(ConsentSets sets, Index index, ReadLog reads, String channel) {
        this.sets = sets;
        this.index = index;
        this.reads = reads;
        this.channel = channel;
    }

    @PostMapping(
            path = "/api/v1/consents/sets",
            consumes = {CSV, MediaType.APPLICATION_NDJSON_VALUE})
    ResponseEntity<JsonObject> build(
            @RequestParam Optional<String> consentId,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType contentType,
            InputStream file,
            Caller caller) {
        Access.CONSENT_SETS.require(caller.person());
        String id = consentId
                .map(ConsentController::uuid)
                .orElseGet(() -> UUID.randomUUID().toString());
        List<JsonObject> persons = persons(contentType, Bodies.read(file, MAX_FILE_BYTES));
        ConsentTerms terms = new ConsentTerms(new MarketId(channel, foundedTx()), id, JsonObject.empty());
        if (sets.population(id).isPresent()) {
            throw new ApiProblem(HttpStatus.CONFLICT, "set-exists", "there is a set of this consent; draw a new id");
        }
        JsonObject population = sets.build(terms, persons);
        return ResponseEntity.created(URI.create("/api/v1/consents/sets/" + id))
                .body(JsonObject.empty().with("consentId", id).with("population", population));
    }

    @GetMapping("/api/v1/consents/sets/{consentId}")
    JsonObject set(@PathVariable String consentId, Caller caller) {
        Access.CONSENT_SETS.require(caller.person());
        return sets.population(uuid(consentId))
                .map(population ->
                        JsonObject.empty().with("consentId", consentId).with("population", population))
                .orElseThrow(() -> notFound("no set of this consent is kept here"));
    }

    /** A question about a person is posted, so that no reference to him stands in a URL or an access log. */
    @PostMapping(path = "/api/v1/consents/sets/{consentId}/receipts", consumes = MediaType.APPLICATION_JSON_VALUE)
    JsonObject receipt(@PathVariable String consentId, InputStream body, Caller caller) {
        Role role = Access.CONSENT_SETS.require(caller.person());
        JsonObject question = question(body);
        JsonObject grant = grant(uuid(consentId));
        JsonObject receipt = sets.receipt(consentId, question.text("subjectRef"))
                .filter(kept -> grant.get("population").equals(kept.get("population")))
                .orElseThrow(() -> notFound("no receipt of this person under this consent"));
        Person reader = caller.person();
        String place = consentId + "/" + receipt.integer("leafIndex");
        reads.write(reader.alias(), role.code(), "consents", place, question.text("reasonCode"));
        return receipt.with("record", grant.without("population", "documents"));
    }

    private JsonObject grant(String consentId) {
        Lookup<RecordVersion> grant = index.record("CNS!" + consentId);
        JsonObject row = Reads.one(grant, "grant of this consent on the ledger", Rows::record);
        return row.object("value");
    }

    private String foundedTx() {
        return Founding.tx(index)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.CONFLICT, "not-founded", "the index shows no founded market yet; nothing was kept"));
    }

    private static JsonObject question(InputStream body) {
        JsonObject question = StrictJsonReader.parseObject(Bodies.read(body, Bodies.MAX_BYTES));
        boolean complete = question.members().keySet().equals(java.util.Set.of("subjectRef", "reasonCode"))
                && question.members().values().stream().allMatch(JsonString.class::isInstance);
        if (!complete || !question.text("reasonCode").matches("[A-Z][A-Z0-9_]{0,63}")) {
            throw Reads.notAcceptable(
                    "send {\"subjectRef\":…,\"reasonCode\":…}, the reason a code such as ISSUE or SUBJECT_REQUEST");
        }
        return question;
    }

    private static List<JsonObject> persons(MediaType contentType, byte[] file) {
        String text = StrictJsonReader.decode(file); // a byte that is no UTF-8 would change a person's document unseen
        try {
            return MediaType.valueOf(CSV).includes(contentType) ? MemberFile.csv(text) : MemberFile.ndjson(text);
        } catch (MemberFileException e) {
            throw faulty(e.faults());
        }
    }

    private static ApiProblem faulty(List<MemberFault> faults) {
        List<JsonObject> lines = faults.stream()
                .limit(1_000)
                .map(fault -> JsonObject.empty()
                        .with("line", fault.line())
                        .withTexts("codes", List.of(fault.code()))
                        .with("says", fault.says()))
                .toList();
        String detail =
                faults.size() + " faulty, the first is line " + faults.get(0).line() + ": "
                        + faults.get(0).says() + "; nothing was kept. Correct the lines named and send the file again";
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "faulty-lines", detail)
                .with("faulty", new JsonInteger(faults.size()))
                .with("lines", JsonArray.ofObjects(lines));
    }

    private static String uuid(String text) {
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw Reads.notAcceptable("a consent id is a UUID in lower case");
        }
        return text;
    }

    private static ApiProblem notFound(String detail) {
        return new ApiProblem(HttpStatus.NOT_FOUND, "NOT_FOUND", detail);
    }
}
