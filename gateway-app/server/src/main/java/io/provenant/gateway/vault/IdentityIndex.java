package io.provenant.gateway.vault;

import java.util.Arrays;
import java.util.OptionalLong;

/** Which index holds an identity: open addressing over primitive arrays, some 40 bytes a record. */
final class IdentityIndex {

    private static final long FREE = -1;

    private long[] high = new long[1024];
    private long[] low = new long[1024];
    private long[] index = free(1024);
    private int used;

    OptionalLong find(Identity identity) {
        int slot = slot(identity.high(), identity.low());
        return index[slot] == FREE ? OptionalLong.empty() : OptionalLong.of(index[slot]);
    }

    void put(Identity identity, long at) {
        if (used * 2 >= index.length) {
            grow();
        }
        int slot = slot(identity.high(), identity.low());
        used += index[slot] == FREE ? 1 : 0;
        high[slot] = identity.high();
        low[slot] = identity.low();
        index[slot] = at;
    }

    private int slot(long wantedHigh, long wantedLow) {
        int mask = index.length - 1;
        int slot = (int) wantedLow & mask; // a keyed hash: its bits are spread already
        while (index[slot] != FREE && (high[slot] != wantedHigh || low[slot] != wantedLow)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        long[] oldIndex = index;
        high = new long[oldHigh.length * 2];
        low = new long[oldLow.length * 2];
        index = free(oldIndex.length * 2);
        for (int i = 0; i < oldIndex.length; i++) {
            if (oldIndex[i] != FREE) {
                int slot = slot(oldHigh[i], oldLow[i]);
                high[slot] = oldHigh[i];
                low[slot] = oldLow[i];
                index[slot] = oldIndex[i];
            }
        }
    }

    private static long[] free(int length) {
        long[] slots = new long[length];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
