package io.provenant.gateway.ledger.block;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands blocks to a slower listener on a thread of its own, so that commits are not kept waiting by the index. A
 * listener that finds a {@link BlockFaultException} is stopped and its problem shown; the stream goes on without it.
 */
public final class BlockQueue implements AutoCloseable {

    private static final int WAITING = 256;
    private static final int LOOK_MS = 100;
    private static final int AGAIN_MS = 500;

    private final BlockListener listener;
    private final BlockingQueue<LedgerBlock> waiting = new ArrayBlockingQueue<>(WAITING);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable String problem;
    private volatile boolean closed;
    private volatile boolean stopped;

    private BlockQueue(BlockListener listener, String name) {
        this.listener = listener;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    /** Starts the thread. */
    public static BlockQueue start(BlockListener listener, String name) {
        BlockQueue queue = new BlockQueue(listener, name);
        queue.thread.start();
        return queue;
    }

    /** Why the listener does not go on, or nothing. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Offers a block; waits while the queue is full. One that the listener has already is left out. */
    public void offer(LedgerBlock block) {
        try {
            boolean placed = false;
            while (!placed && !closed && !stopped) {
                placed = waiting.offer(block, LOOK_MS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void run() {
        try {
            while (!closed) {
                LedgerBlock block = waiting.poll(LOOK_MS, TimeUnit.MILLISECONDS);
                while (block != null && !closed && block.number() >= listener.nextBlock() && !taken(block)) {
                    closing.await(AGAIN_MS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (BlockFaultException e) {
            problem = "stopped: " + e.getMessage();
            stopped = true;
            waiting.clear();
        }
    }

    private boolean taken(LedgerBlock block) {
        try {
            listener.accept(block);
            problem = null;
            return true;
        } catch (BlockFaultException e) {
            throw e;
        } catch (RuntimeException e) {
            problem = "block " + block.number() + " is brought again: " + e.getMessage();
            return false;
        }
    }

    /** Lets the listener finish its block. */
    @Override
    public void close() {
        closed = true;
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
