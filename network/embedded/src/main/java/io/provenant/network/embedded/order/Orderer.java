package io.provenant.network.embedded.order;

import io.provenant.network.embedded.access.ChannelAccess;
import io.provenant.network.embedded.ledger.ChannelLedger;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channel's one orderer. A block is cut when it is full or when its first transaction has waited long enough. As
 * with Raft, a transaction that was taken is queued, not yet durable.
 */
public final class Orderer implements AutoCloseable {

    /** The channel's {@code AbsoluteMaxBytes}. */
    public static final int MAX_MESSAGE_BYTES = 10 * 1024 * 1024;

    private static final int PREFERRED_BLOCK_BYTES = 2 * 1024 * 1024;
    private static final Envelope STOP = Envelope.newBuilder().build(); // an empty one is never taken
    private static final Logger LOG = LoggerFactory.getLogger(Orderer.class);

    private final ChannelLedger ledger;
    private final EnvelopeChecks checks;
    private final Duration batchTimeout;
    private final int batchCount;
    private final BlockingQueue<Envelope> queue = new LinkedBlockingQueue<>();
    private final Thread cutter = new Thread(this::cutBlocks, "orderer");
    private volatile boolean isRunning = true;

    private Orderer(ChannelLedger ledger, Duration batchTimeout, int batchCount, Clock clock) {
        this.ledger = ledger;
        this.checks = new EnvelopeChecks(
                new ChannelAccess(ledger.channelId(), ledger.membership()), clock, MAX_MESSAGE_BYTES);
        this.batchTimeout = batchTimeout;
        this.batchCount = batchCount;
        this.cutter.setDaemon(true);
    }

    /** An orderer that takes transactions from now on. */
    public static Orderer start(ChannelLedger ledger, Duration batchTimeout, int batchCount, Clock clock) {
        Orderer orderer = new Orderer(ledger, batchTimeout, batchCount, clock);
        orderer.cutter.start();
        return orderer;
    }

    /** Queues a transaction for a block, or refuses it. */
    public void submit(Envelope envelope) throws OrderRefusedException {
        checks.check(envelope);
        if (!isRunning) {
            throw new OrderRefusedException(Status.SERVICE_UNAVAILABLE, "the orderer has stopped");
        }
        queue.add(envelope);
    }

    private void cutBlocks() {
        try {
            Envelope first = queue.take();
            while (!first.equals(STOP)) {
                List<Envelope> batch = new ArrayList<>(List.of(first));
                Optional<Envelope> next = fill(batch);
                ledger.commit(batch);
                first = next.isPresent() ? next.get() : queue.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("a block of channel {} could not be committed; the orderer stops", ledger.channelId(), e);
        } finally {
            isRunning = false;
        }
    }

    /** Adds what comes in time and fits; gives what came and does not fit. */
    private Optional<Envelope> fill(List<Envelope> batch) throws InterruptedException {
        long deadline = System.nanoTime() + batchTimeout.toNanos();
        long bytes = batch.get(0).getSerializedSize();
        while (batch.size() < batchCount && bytes < PREFERRED_BLOCK_BYTES) {
            Envelope next = queue.poll(Math.max(deadline - System.nanoTime(), 0), TimeUnit.NANOSECONDS);
            if (next == null) {
                return Optional.empty();
            }
            bytes += next.getSerializedSize();
            if (next.equals(STOP) || bytes > PREFERRED_BLOCK_BYTES) {
                return Optional.of(next);
            }
            batch.add(next);
        }
        return Optional.empty();
    }

    /** Commits what is queued and stops. */
    @Override
    public void close() {
        isRunning = false;
        queue.add(STOP);
        try {
            cutter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
