package io.provenant.gateway.index.postgres;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.index.SliceRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a list goes on: its name, the height it is read at, and what came last. Opaque to whoever holds it; one of
 * another list is refused.
 *
 * @param list the list and its arguments
 * @param last members that place the last item
 */
record Cursor(String list, long height, JsonObject last) {

    /** The cursor of a request for this list, or nothing at its start. */
    static Optional<Cursor> of(SliceRequest part, String list) {
        return part.cursor().map(text -> parse(text, list));
    }

    String text() {
        JsonObject json =
                JsonObject.empty().with("list", list).with("height", height).with("last", last);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.canonicalBytes());
    }

    private static Cursor parse(String text, String list) {
        try {
            JsonObject json = StrictJsonReader.parseObject(
                    Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII)));
            if (json.text("list").equals(list)) {
                return new Cursor(list, json.integer("height"), json.object("last"));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a cursor of this gateway", e);
        }
        throw new IllegalArgumentException("a cursor of another list");
    }
}
