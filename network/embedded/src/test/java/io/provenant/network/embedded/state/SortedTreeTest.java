package io.provenant.network.embedded.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedTreeTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void behaves_as_a_sorted_map_and_never_changes_what_was_given_out(long seed) {
        Random random = new Random(seed);
        NavigableMap<String, StateValue> model = new TreeMap<>(KeyOrder.UTF_8);
        SortedTree tree = SortedTree.EMPTY;
        SortedTree kept = tree;
        List<String> keptKeys = List.of();
        for (int step = 0; step < 3000; step++) {
            String key = "key" + random.nextInt(200);
            if (random.nextInt(3) == 0) {
                model.remove(key);
                tree = tree.without(key);
            } else {
                model.put(key, value(step));
                tree = tree.with(key, value(step));
            }
            if (step == 1500) {
                kept = tree;
                keptKeys = new ArrayList<>(model.keySet());
            }
            String from = "key" + random.nextInt(200);
            assertThat(keys(tree.from(from)))
                    .isEqualTo(new ArrayList<>(model.tailMap(from, true).keySet()));
            assertThat(tree.get(from).orElse(null)).isEqualTo(model.get(from));
            assertThat(tree.size()).isEqualTo(model.size());
        }

        assertThat(keys(kept.from(""))).isEqualTo(keptKeys);
    }

    @Test
    void stays_shallow_when_keys_come_in_order() {
        SortedTree tree = SortedTree.EMPTY;
        for (int i = 0; i < 100_000; i++) {
            tree = tree.with(String.format(java.util.Locale.ROOT, "%06d", i), value(i));
        }

        assertThat(keys(tree.from("099998"))).containsExactly("099998", "099999");
        assertThat(tree.height()).isLessThanOrEqualTo(24); // 1.44 log2 of 100,000
    }

    @Test
    void an_iterator_says_when_it_is_at_its_end() {
        Iterator<SortedTree.Entry> entries = SortedTree.EMPTY.from("");

        assertThat(entries.hasNext()).isFalse();
        assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    }

    private static List<String> keys(Iterator<SortedTree.Entry> entries) {
        List<String> keys = new ArrayList<>();
        entries.forEachRemaining(entry -> keys.add(entry.key()));
        return keys;
    }

    private static StateValue value(int number) {
        return new StateValue(ByteString.copyFromUtf8("v" + number), ByteString.EMPTY, new Version(number, 0));
    }
}
