package io.provenant.proof.receipt;

import io.provenant.canonical.JsonObject;
import io.provenant.merkle.LogOrigin;
import io.provenant.proof.attestation.AttestationFile;
import io.provenant.proof.format.ProofFile;
import io.provenant.proof.note.TlogProof;
import io.provenant.proof.promise.SignedPromise;
import java.util.List;
import java.util.Optional;

/**
 * The receipt of a record in a log (domain 3a.12). It stays valid as it is; a fuller one is a new file.
 *
 * @param opened the record and its salt; absent once it is erased
 */
public record Receipt(
        LogEntry entry,
        Optional<OpenedRecord> opened,
        Optional<SignedPromise> promise,
        Optional<TlogProof> proof,
        Optional<AnchorClaim> anchor,
        Optional<AttestationFile> attestation) {

    /** The docType of a receipt file. */
    public static final String DOC_TYPE = "Receipt";

    private static final ProofFile FORM = new ProofFile(
            DOC_TYPE, List.of("entry"), List.of("document", "salt", "promise", "proof", "anchor", "attestation"));

    /** Reads the object of a receipt file. */
    public static Receipt parse(JsonObject json) {
        FORM.check(json);
        if (json.has("document") != json.has("salt")) {
            throw new IllegalArgumentException("a receipt has document and salt together, or neither");
        }
        return new Receipt(
                LogEntry.parse(json.text("entry")),
                json.optionalObject("document").map(document -> new OpenedRecord(document, json.text("salt"))),
                json.optionalObject("promise").map(SignedPromise::parse),
                json.optionalText("proof").map(TlogProof::parse),
                json.optionalObject("anchor").map(AnchorClaim::parse),
                json.optionalObject("attestation").map(AttestationFile::parse));
    }

    /** The log that it is of, where it holds a proof or at least a promise. */
    public Optional<LogOrigin> origin() {
        return proof.map(text -> text.note().checkpoint().origin())
                .or(() -> promise.map(file -> file.promise().origin()));
    }

    /** The receipt file. */
    public JsonObject toJson() {
        JsonObject json = FORM.start().with("entry", entry.hex());
        json = json.withAll(opened.map(Receipt::members).orElse(JsonObject.empty()));
        json = json.withAll(member("promise", promise.map(SignedPromise::toJson)));
        json = json.withAll(member("anchor", anchor.map(AnchorClaim::toJson)));
        json = json.withAll(member("attestation", attestation.map(AttestationFile::toJson)));
        JsonObject most = json;
        return proof.map(text -> most.with("proof", text.text())).orElse(most);
    }

    private static JsonObject members(OpenedRecord opened) {
        return JsonObject.of("document", opened.document()).with("salt", opened.salt());
    }

    private static JsonObject member(String name, Optional<JsonObject> value) {
        return value.map(object -> JsonObject.of(name, object)).orElse(JsonObject.empty());
    }
}
