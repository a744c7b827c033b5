package io.provenant.proof.format;

import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The form that all proof files share (domain 3a.12): canonical JSON with {@code v} 1, a {@code docType} and members
 * that are all known.
 */
public record ProofFile(String docType, List<String> required, List<String> optional) {

    /** The largest file that is read; an attestation of 64 keys is below 2 MiB. */
    public static final int MAX_BYTES = 4 << 20;

    private static final long VERSION = 1;

    /** Copies the member names in. */
    public ProofFile {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /** Reads bytes that must be their own canonical form. */
    public static JsonObject read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("file has " + bytes.length + " bytes, more than " + MAX_BYTES);
        }
        JsonObject json = StrictJsonReader.parseObject(bytes);
        if (!Arrays.equals(json.canonicalBytes(), bytes)) {
            throw new IllegalArgumentException("file is not in canonical form (RFC 8785)");
        }
        return json;
    }

    /** An object of this form to which the other members are added. */
    public JsonObject start() {
        return JsonObject.of("v", new JsonInteger(VERSION)).with("docType", docType);
    }

    /** Refuses an object of another version or docType, with an unknown member or without a required one. */
    public JsonObject check(JsonObject json) {
        if (json.integer("v") != VERSION || !json.text("docType").equals(docType)) {
            throw new IllegalArgumentException("expected a " + docType + " of v " + VERSION + ", found "
                    + json.text("docType") + " of v " + json.integer("v"));
        }
        members(docType, json.without("v", "docType"), required, optional);
        return json;
    }

    /** Refuses unknown and missing members of the object that is called so. */
    public static void members(String name, JsonObject json, List<String> required, List<String> optional) {
        for (String member : json.members().keySet()) {
            if (Stream.concat(required.stream(), optional.stream()).noneMatch(member::equals)) {
                throw new IllegalArgumentException(name + " has an unknown member: " + member);
            }
        }
        for (String member : required) {
            if (!json.has(member)) {
                throw new IllegalArgumentException(name + " has no member: " + member);
            }
        }
    }
}
