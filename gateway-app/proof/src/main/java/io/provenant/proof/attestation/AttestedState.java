package io.provenant.proof.attestation;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonBoolean;
import io.provenant.canonical.JsonObject;
import io.provenant.proof.format.ProofFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer of {@code attest} (domain 3a.12).
 *
 * @param codeSha256 what the chaincode's jar says of itself; 64 zeros where the code is not packaged
 * @param entries each key asked with its value, or none where it is absent, in the order asked
 */
public record AttestedState(
        String channel,
        String foundedTx,
        Tick tick,
        Digest codeSha256,
        long modelVersion,
        Map<String, Optional<JsonObject>> entries) {

    private static final List<String> MEMBERS =
            List.of("channel", "foundedTx", "fence", "codeSha256", "modelVersion", "entries");

    static AttestedState parse(JsonObject json) {
        ProofFile.members("answer", json, List.of("v", "attest"), List.of());
        if (json.integer("v") != 1) {
            throw new IllegalArgumentException("expected an answer of v 1, found v " + json.integer("v"));
        }
        JsonObject attest = json.object("attest");
        ProofFile.members("attest", attest, MEMBERS, List.of());
        JsonObject fence = attest.object("fence");
        ProofFile.members("fence", fence, List.of("no", "tickMs"), List.of());
        return new AttestedState(
                attest.text("channel"),
                attest.text("foundedTx"),
                new Tick(fence.integer("no"), fence.integer("tickMs")),
                new Digest(attest.text("codeSha256")),
                attest.integer("modelVersion"),
                entries(attest.objects("entries")));
    }

    /** The value of a key; a key that was not asked is an {@link IllegalArgumentException}. */
    public Optional<JsonObject> entry(String key) {
        Optional<JsonObject> value = entries.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the attestation does not cover " + key);
        }
        return value;
    }

    private static Map<String, Optional<JsonObject>> entries(List<JsonObject> list) {
        Map<String, Optional<JsonObject>> entries = new LinkedHashMap<>();
        for (JsonObject entry : list) {
            String key = entry.text("key");
            if (entries.put(key, value(entry)) != null) {
                throw new IllegalArgumentException("the answer holds twice " + key);
            }
        }
        return entries;
    }

    private static Optional<JsonObject> value(JsonObject entry) {
        if (entry.has("absent")) {
            ProofFile.members("entry", entry, List.of("key", "absent"), List.of());
            if (!entry.value("absent").equals(new JsonBoolean(true))) {
                throw new IllegalArgumentException("an entry that is absent says so by true");
            }
            return Optional.empty();
        }
        ProofFile.members("entry", entry, List.of("key", "value"), List.of());
        return Optional.of(entry.object("value"));
    }
}
