package io.provenant.gateway.index.postgres;

import io.provenant.document.OwnCollection;
import java.util.List;

/**
 * Whose index this is.
 *
 * @param mspId this organisation, which sees its own collection
 * @param collections the other collections of which it is a member
 */
public record IndexSettings(String mspId, List<String> collections) {

    /** Copies the collections in. */
    public IndexSettings {
        collections = List.copyOf(collections);
    }

    boolean sees(String collection) {
        return OwnCollection.isOf(collection, mspId) || collections.contains(collection);
    }
}
