package io.provenant.network.embedded.state;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the valid transactions of a block have written so far, the last write of each key, in order of keys. */
public final class StateUpdates {

    /** A written value, or a deletion; either has the version of the transaction that made it. */
    public record Update(Optional<StateValue> value, Version version) {}

    private final SortedMap<Space, NavigableMap<String, Update>> spaces = new TreeMap<>();

    public void put(Space space, String key, ByteString value, ByteString metadata, Version version) {
        StateValue written = new StateValue(value, metadata, version);
        set(space, key, new Update(Optional.of(written), version));
    }

    public void delete(Space space, String key, Version version) {
        set(space, key, new Update(Optional.empty(), version));
    }

    /** What was done to a key; empty where nothing was. */
    public Optional<Update> find(Space space, String key) {
        return Optional.ofNullable(in(space).get(key));
    }

    /** All that was done in a space. */
    public NavigableMap<String, Update> in(Space space) {
        return spaces.getOrDefault(space, Collections.emptyNavigableMap());
    }

    /** The spaces that something was done in: of a namespace first the public one, then the others by collection. */
    public SortedMap<Space, NavigableMap<String, Update>> all() {
        return Collections.unmodifiableSortedMap(spaces);
    }

    private void set(Space space, String key, Update update) {
        spaces.computeIfAbsent(space, missing -> new TreeMap<>(KeyOrder.UTF_8)).put(key, update);
    }
}
