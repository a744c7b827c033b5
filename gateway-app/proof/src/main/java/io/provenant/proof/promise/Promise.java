package io.provenant.proof.promise;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.merkle.LogOrigin;
import io.provenant.proof.format.ProofFile;
import java.util.List;

/**
 * What a log promises on intake (domain 3a.11): this commitment stands at this index, and an anchored head covers it in
 * time.
 *
 * @param maxDelayS the seconds after which an omission can be reported
 */
public record Promise(LogOrigin origin, long index, Digest commit, long promisedMs, long maxDelayS) {

    private static final List<String> MEMBERS = List.of("origin", "index", "commit", "promisedMs", "maxDelayS");

    static Promise parse(JsonObject json) {
        ProofFile.members("promise", json, MEMBERS, List.of());
        return new Promise(
                new LogOrigin(json.text("origin")),
                json.integer("index"),
                new Digest(json.text("commit")),
                json.integer("promisedMs"),
                json.integer("maxDelayS"));
    }

    /** The promise as JSON. */
    public JsonObject toJson() {
        return JsonObject.empty()
                .with("origin", origin.value())
                .with("index", index)
                .with("commit", commit.hex())
                .with("promisedMs", promisedMs)
                .with("maxDelayS", maxDelayS);
    }
}
