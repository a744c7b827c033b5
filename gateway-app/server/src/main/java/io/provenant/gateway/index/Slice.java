package io.provenant.gateway.index;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next an opaque cursor that continues at the same height; absent at the end of the list
 */
public record Slice<T>(AsOf asOf, List<T> items, Optional<String> next) {

    /** Copies the items in. */
    public Slice {
        items = List.copyOf(items);
    }
}
