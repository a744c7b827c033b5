package io.provenant.gateway.index;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit 1 to 500 items
 * @param cursor {@link Slice#next} of the part before; one of another list is an {@link IllegalArgumentException}
 */
public record SliceRequest(int limit, Optional<String> cursor) {

    /** The most items of one part. */
    public static final int MAX = 500;

    /** Checks the limit. */
    public SliceRequest {
        if (limit < 1 || limit > MAX) {
            throw new IllegalArgumentException("limit is 1 to " + MAX + ", not " + limit);
        }
    }

    /** The first part, of usual size. */
    public static SliceRequest first() {
        return new SliceRequest(50, Optional.empty());
    }
}
