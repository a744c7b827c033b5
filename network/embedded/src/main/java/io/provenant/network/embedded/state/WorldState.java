package io.provenant.network.embedded.state;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All keys as they stand after a number of blocks; never changes, and gives another state for the next block. */
public final class WorldState {

    private final long height;
    private final SortedMap<Space, SortedTree> spaces;

    private WorldState(long height, SortedMap<Space, SortedTree> spaces) {
        this.height = height;
        this.spaces = spaces;
    }

    public static WorldState of(long height, SortedMap<Space, SortedTree> spaces) {
        return new WorldState(height, new TreeMap<>(spaces));
    }

    public static WorldState empty() {
        return new WorldState(0, Collections.emptySortedMap());
    }

    /** The number of blocks whose writes are in it. */
    public long height() {
        return height;
    }

    public Optional<StateValue> get(Space space, String key) {
        return in(space).get(key);
    }

    /** The entries of a space from a key (included) to another (excluded; where it is empty, to the last). */
    public Iterator<SortedTree.Entry> range(Space space, String from, String to) {
        return new Bounded(in(space).from(from), to);
    }

    public SortedMap<Space, SortedTree> all() {
        return Collections.unmodifiableSortedMap(spaces);
    }

    /** The state after one more set of writes, at a given height. */
    public WorldState with(StateUpdates updates, long newHeight) {
        SortedMap<Space, SortedTree> changed = new TreeMap<>(spaces);
        updates.all().forEach((space, keys) -> {
            SortedTree tree = in(space);
            for (var update : keys.entrySet()) {
                String key = update.getKey();
                SortedTree before = tree;
                tree = update.getValue()
                        .value()
                        .map(value -> before.with(key, value))
                        .orElseGet(() -> before.without(key));
            }
            changed.put(space, tree);
        });
        return new WorldState(newHeight, changed);
    }

    private SortedTree in(Space space) {
        return spaces.getOrDefault(space, SortedTree.EMPTY);
    }

    private static final class Bounded implements Iterator<SortedTree.Entry> {

        private final Iterator<SortedTree.Entry> entries;
        private final String to;
        private Optional<SortedTree.Entry> ahead = Optional.empty();

        Bounded(Iterator<SortedTree.Entry> entries, String to) {
            this.entries = entries;
            this.to = to;
            advance();
        }

        private void advance() {
            ahead = entries.hasNext() ? Optional.of(entries.next()).filter(this::isInside) : Optional.empty();
        }

        private boolean isInside(SortedTree.Entry entry) {
            return to.isEmpty() || KeyOrder.UTF_8.compare(entry.key(), to) < 0;
        }

        @Override
        public boolean hasNext() {
            return ahead.isPresent();
        }

        @Override
        public SortedTree.Entry next() {
            SortedTree.Entry entry =
                    ahead.orElseThrow(() -> new NoSuchElementException("the last entry has been given"));
            advance();
            return entry;
        }
    }
}
