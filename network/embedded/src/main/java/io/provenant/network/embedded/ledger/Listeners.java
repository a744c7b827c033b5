package io.provenant.network.embedded.ledger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hyperledger.fabric.protos.common.Block;

/** Who is told of blocks. Every one of them is told, even where another fails. */
final class Listeners {

    /** A subscription is told by itself: the same listener may subscribe twice. */
    private final class Entry implements Subscription {

        private final BlockListener listener;

        Entry(BlockListener listener) {
            this.listener = listener;
        }

        @Override
        public void close() {
            entries.remove(this);
        }
    }

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    Subscription add(BlockListener listener) {
        Entry entry = new Entry(listener);
        entries.add(entry);
        return entry;
    }

    void tell(Block block) {
        RuntimeException failure = null;
        for (Entry entry : entries) {
            try {
                entry.listener.committed(block);
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
