package io.provenant.network.embedded.deliver;

import io.provenant.network.embedded.ledger.ChannelLedger;
import io.provenant.network.embedded.ledger.Subscription;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives a sink every block from a number on, as fast as the sink takes them and as blocks commit. */
public final class BlockFollower implements AutoCloseable {

    private final ChannelLedger ledger;
    private final BlockSink sink;
    private final Executor executor;
    private final AtomicInteger signals = new AtomicInteger();
    private final Subscription subscription;
    private long next;
    private volatile boolean isOver;

    private BlockFollower(ChannelLedger ledger, long from, BlockSink sink, Executor executor) {
        this.ledger = ledger;
        this.next = from;
        this.sink = sink;
        this.executor = executor;
        this.subscription = ledger.subscribe(block -> signal());
    }

    /** Follows from a block on, which need not be there yet. */
    public static BlockFollower start(ChannelLedger ledger, long from, BlockSink sink, Executor executor) {
        BlockFollower follower = new BlockFollower(ledger, from, sink, executor);
        follower.signal();
        return follower;
    }

    /** Looks again whether the sink takes more and more is there. */
    public void signal() {
        if (signals.getAndIncrement() == 0) {
            executor.execute(this::drain);
        }
    }

    private void drain() {
        int seen = signals.get();
        while (seen > 0) {
            while (!isOver && next < ledger.height() && sink.isReady()) {
                isOver = !sink.take(ledger.block(next++));
            }
            seen = signals.addAndGet(-seen);
        }
        if (isOver) {
            subscription.close();
        }
    }

    @Override
    public void close() {
        isOver = true;
        subscription.close();
    }
}
