package io.provenant.gateway.log;

import io.provenant.canonical.JsonObject;
import java.util.List;

/**
 * The body of a leaf to be.
 *
 * @param identity what the record is called: one identity is kept once
 * @param document what is committed to, in the ledger profile
 * @param source the bytes that the document was made from; empty where the document is all
 * @param flags what is remarkable, for people: a record is never refused for breaking a market rule
 */
public record LeafBody(String identity, JsonObject document, SourceBytes source, List<String> flags) {

    /** Copies the flags in. */
    public LeafBody {
        flags = List.copyOf(flags);
    }
}
