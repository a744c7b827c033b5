package io.provenant.network.embedded.validation;

import io.provenant.network.embedded.state.KeyOrder;
import io.provenant.network.embedded.state.SortedTree;
import io.provenant.network.embedded.state.Space;
import io.provenant.network.embedded.state.StateUpdates;
import io.provenant.network.embedded.state.Version;
import io.provenant.network.embedded.state.WorldState;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A range as it would read now: the state before the block with the writes of the block's valid transactions over it. */
final class CombinedRange {

    private final WorldState before;
    private final StateUpdates updates;

    CombinedRange(WorldState before, StateUpdates updates) {
        this.before = before;
        this.updates = updates;
    }

    /** Gives every key from one (included) to another (excluded, unless it was the last one read). */
    void read(Space space, String from, String to, boolean isLastIncluded, BiConsumer<String, Version> reader) {
        Iterator<SortedTree.Entry> stored = before.range(space, from, to);
        Iterator<Map.Entry<String, StateUpdates.Update>> written =
                between(updates.in(space), from, to).entrySet().iterator();
        SortedTree.@Nullable Entry nextStored = next(stored);
        Map.@Nullable Entry<String, StateUpdates.Update> nextWritten = next(written);
        while (nextStored != null || nextWritten != null) {
            int order = order(nextStored, nextWritten);
            if (order < 0 && nextStored != null) {
                reader.accept(nextStored.key(), nextStored.value().version());
            } else if (nextWritten != null) {
                give(nextWritten.getKey(), nextWritten.getValue(), reader);
            }
            nextStored = order <= 0 ? next(stored) : nextStored;
            nextWritten = order >= 0 ? next(written) : nextWritten;
        }
        if (isLastIncluded) {
            readOne(space, to, reader);
        }
    }

    private void readOne(Space space, String key, BiConsumer<String, Version> reader) {
        Optional<StateUpdates.Update> update = updates.find(space, key);
        if (update.isPresent()) {
            give(key, update.get(), reader);
        } else {
            before.get(space, key).ifPresent(value -> reader.accept(key, value.version()));
        }
    }

    private static void give(String key, StateUpdates.Update update, BiConsumer<String, Version> reader) {
        if (update.value().isPresent()) {
            reader.accept(key, update.version());
        }
    }

    private static NavigableMap<String, StateUpdates.Update> between(
            NavigableMap<String, StateUpdates.Update> keys, String from, String to) {
        if (to.isEmpty()) {
            return keys.tailMap(from, true);
        }
        return KeyOrder.UTF_8.compare(from, to) < 0
                ? keys.subMap(from, true, to, false)
                : Collections.emptyNavigableMap();
    }

    private static int order(
            SortedTree.@Nullable Entry stored, Map.@Nullable Entry<String, StateUpdates.Update> written) {
        if (stored == null) {
            return 1;
        }
        return written == null ? -1 : KeyOrder.UTF_8.compare(stored.key(), written.getKey());
    }

    private static <T> @Nullable T next(Iterator<T> iterator) {
        return iterator.hasNext() ? iterator.next() : null;
    }
}
