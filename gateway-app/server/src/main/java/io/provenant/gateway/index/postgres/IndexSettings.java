package io.provenant.gateway.index.postgres;

import java.util.List;

/**
 * Whose index this is.
 *
 * @param mspId this organisation, which sees its own implicit collection
 * @param collections the explicit collections of which it is a member
 */
public record IndexSettings(String mspId, List<String> collections) {

    /** Copies the collections in. */
    public IndexSettings {
        collections = List.copyOf(collections);
    }

    boolean sees(String collection) {
        return collection.equals("_implicit_org_" + mspId) || collections.contains(collection);
    }
}
