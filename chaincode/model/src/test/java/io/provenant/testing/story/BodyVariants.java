package io.provenant.testing.story;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What an attacker makes of a body that somebody sent: its own party in place of others, new ids or the same ones, every
 * revision that a record may have.
 */
final class BodyVariants {

    private static final List<String> PARTY_FIELDS =
            List.of("consumerId", "controllerId", "hostId", "issuerId", "ownerId", "partyId");
    private static final int REVISIONS = 4;

    private final String party;
    private final String collection;
    private final List<String> others;

    /**
     * The variants that a party makes.
     *
     * @param collection where it may deposit
     * @param others parties that it may name in place of itself
     */
    BodyVariants(String party, String collection, List<String> others) {
        this.party = party;
        this.collection = collection;
        this.others = others;
    }

    /** The body itself and its variants, each once, those that are no object of the right form included. */
    Set<JsonObject> of(JsonObject body) {
        Set<JsonObject> bodies = new LinkedHashSet<>();
        for (JsonObject named : parties(body)) {
            for (JsonObject identified : ids(named)) {
                bodies.addAll(revisions(identified));
            }
        }
        return bodies;
    }

    private Set<JsonObject> parties(JsonObject body) {
        Set<JsonObject> out = new LinkedHashSet<>(List.of(body, texts(body, this::ownParty)));
        for (String field : PARTY_FIELDS) {
            if (body.has(field)) {
                out.add(body.with(field, party));
                others.forEach(other -> out.add(body.with(field, other)));
            }
        }
        return out;
    }

    private static Set<JsonObject> ids(JsonObject body) {
        Set<JsonObject> out = new LinkedHashSet<>(List.of(body, texts(body, BodyVariants::freshId)));
        List<String> ids = body.members().keySet().stream()
                .filter(field -> !fresh(field, body).equals(body))
                .toList();
        for (String one : ids) {
            for (String other : ids) {
                out.add(fresh(other, fresh(one, body)));
            }
        }
        return out;
    }

    private static JsonObject fresh(String field, JsonObject body) {
        return body.value(field) instanceof JsonString text ? body.with(field, freshId(text.value())) : body;
    }

    private static Set<JsonObject> revisions(JsonObject body) {
        Set<JsonObject> out = new LinkedHashSet<>();
        for (int rev = 1; body.has("rev") && rev <= REVISIONS; rev++) {
            out.add(body.with("rev", rev));
        }
        return out.isEmpty() ? Set.of(body) : out;
    }

    private String ownParty(String text) {
        return text.startsWith("_implicit_org_") ? collection : text.replaceAll("pty-[A-Za-z0-9-]+", party);
    }

    private static String freshId(String text) {
        if (text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return "ffffffff" + text.substring(8);
        }
        if (text.matches("[0-9a-f]{32}")) {
            return "f".repeat(32);
        }
        return text.matches("(ast|rs)-.*") || text.contains(".example/")
                ? text.replace("ast-", "ast-x").replace("rs-", "rs-x").replace("trade-0", "trade-9")
                : text;
    }

    private static JsonObject texts(JsonObject body, UnaryOperator<String> change) {
        return (JsonObject) changed(body, change);
    }

    private static JsonValue changed(JsonValue value, UnaryOperator<String> change) {
        if (value instanceof JsonString text) {
            return new JsonString(change.apply(text.value()));
        }
        if (value instanceof JsonArray array) {
            return new JsonArray(
                    array.items().stream().map(item -> changed(item, change)).toList());
        }
        if (value instanceof JsonObject object) {
            JsonObject out = object;
            for (String name : object.members().keySet()) {
                out = out.with(name, changed(object.value(name), change));
            }
            return out;
        }
        return value;
    }
}
