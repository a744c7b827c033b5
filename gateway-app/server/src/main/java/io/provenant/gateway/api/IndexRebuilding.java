package io.provenant.gateway.api;

import java.util.OptionalLong;

/** Building the index again from block 0, beside the one that answers. */
public interface IndexRebuilding {

    /** Begins, or goes on with what was begun; false where one is under way. */
    boolean begin();

    /** How many blocks the new index has; nothing where none is being built. */
    OptionalLong blocks();
}
