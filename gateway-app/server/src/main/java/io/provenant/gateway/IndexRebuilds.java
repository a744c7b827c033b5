package io.provenant.gateway;

import io.provenant.gateway.api.IndexRebuilding;
import io.provenant.gateway.index.postgres.IndexRebuild;
import io.provenant.gateway.index.postgres.IndexStore;
import io.provenant.gateway.ledger.LedgerClient;
import io.provenant.gateway.ledger.block.BlockStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Rebuilds on a block stream of their own; one that a stop cut short goes on at the next start. */
final class IndexRebuilds implements IndexRebuilding, AutoCloseable {

    private final IndexStore store;
    private final LedgerClient ledger;
    private @Nullable IndexRebuild rebuild;
    private @Nullable BlockStream stream;

    IndexRebuilds(IndexStore store, LedgerClient ledger) {
        this.store = store;
        this.ledger = ledger;
        if (store.hasUnfinishedRebuild()) {
            begin();
        }
    }

    @Override
    public synchronized boolean begin() {
        if (isRunning()) {
            return false;
        }
        close();
        IndexRebuild begun = store.rebuild();
        rebuild = begun;
        stream = ledger.feed(begun, "index rebuild");
        return true;
    }

    @Override
    public synchronized OptionalLong blocks() {
        IndexRebuild current = rebuild;
        return current != null && isRunning() ? OptionalLong.of(current.blocks()) : OptionalLong.empty();
    }

    /** Why a rebuild ended before its time, or nothing; it can be begun again. */
    synchronized Optional<String> problem() {
        boolean isOver = rebuild == null || rebuild.done().isDone();
        return isOver || stream == null || !stream.isStopped() ? Optional.empty() : stream.problem();
    }

    private boolean isRunning() {
        return rebuild != null && !rebuild.done().isDone() && stream != null && !stream.isStopped();
    }

    @Override
    public synchronized void close() {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }
}
