package io.provenant.network.embedded.block;

import java.util.Arrays;
import java.util.List;

/** Where in the file each block begins. */
final class BlockOffsets {

    private static final int FEW = 64;

    private long[] offsets;
    private int count;

    BlockOffsets(List<Long> known) {
        this.offsets = Arrays.copyOf(known.stream().mapToLong(Long::longValue).toArray(), known.size() + FEW);
        this.count = known.size();
    }

    synchronized int count() {
        return count;
    }

    synchronized void add(long offset) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * count);
        }
        offsets[count++] = offset;
    }

    synchronized long get(long number) {
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException("there are " + count + " blocks, and no block " + number);
        }
        return offsets[(int) number];
    }

    synchronized List<Long> all() {
        return Arrays.stream(offsets, 0, count).boxed().toList();
    }
}
