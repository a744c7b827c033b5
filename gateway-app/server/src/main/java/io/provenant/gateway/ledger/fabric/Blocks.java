package io.provenant.gateway.ledger.fabric;

import io.provenant.gateway.ledger.block.BlockListener;
import io.provenant.gateway.ledger.block.BlockQueue;
import io.provenant.gateway.ledger.block.LedgerBlock;
import io.provenant.gateway.ledger.commit.Commits;
import java.util.List;

/** What the one stream feeds: first whoever waits for a commit, then the others, each on a thread of its own. */
final class Blocks implements BlockListener {

    private final Commits commits;
    private final List<BlockQueue> queues;
    private volatile long next;

    Blocks(long first, Commits commits, List<BlockQueue> queues) {
        this.next = first;
        this.commits = commits;
        this.queues = List.copyOf(queues);
    }

    @Override
    public long nextBlock() {
        return next;
    }

    @Override
    public void accept(LedgerBlock block) {
        commits.accept(block);
        queues.forEach(queue -> queue.offer(block));
        next = block.number() + 1;
    }
}
