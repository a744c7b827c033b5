package io.provenant.gateway.index.postgres;

import io.provenant.gateway.ledger.block.BlockListener;
import io.provenant.gateway.ledger.block.LedgerBlock;
import java.util.concurrent.CompletableFuture;

/**
 * Fills the next schema from block 0 while the old one serves, and lets it take over once it came as far. After that it
 * ignores blocks: the main stream brings them.
 */
public final class IndexRebuild implements BlockListener {

    private final IndexFeeder next;
    private final Serving serving;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private long wanted;

    IndexRebuild(IndexFeeder next, Serving serving) {
        this.next = next;
        this.serving = serving;
        this.wanted = next.nextBlock();
    }

    /** Completes when the new schema serves. */
    public CompletableFuture<Void> done() {
        return done;
    }

    /** How many blocks the new schema has. */
    public long blocks() {
        return next.nextBlock();
    }

    @Override
    public synchronized long nextBlock() {
        return wanted;
    }

    @Override
    public synchronized void accept(LedgerBlock block) {
        if (!done.isDone()) {
            next.accept(block);
            if (serving.handOver(next)) {
                done.complete(null);
            }
        }
        wanted = block.number() + 1;
    }
}
