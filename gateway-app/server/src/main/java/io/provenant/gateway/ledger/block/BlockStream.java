package io.provenant.gateway.ledger.block;

import io.provenant.canonical.Digest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.protos.common.Block;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a listener every block from the one it wants next, on a thread of its own: without a gap, each header chained
 * to the one before. A stream that breaks is opened again, with growing pauses, after the last block taken. A {@link
 * BlockFaultException} ends it for good.
 */
public final class BlockStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BlockStream.class);
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final BlockSource source;
    private final BlockReader reader;
    private final BlockListener listener;
    private final ScheduledExecutorService thread;
    private volatile @Nullable CloseableIterator<Block> open;
    private volatile @Nullable String problem;
    private volatile boolean closed;
    private volatile boolean stopped;
    private @Nullable Digest lastHash;
    private long lastNumber = -1;
    private Duration pause = SHORTEST;

    private BlockStream(BlockSource source, BlockReader reader, BlockListener listener, String name) {
        this.source = source;
        this.reader = reader;
        this.listener = listener;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread worker = new Thread(work, name);
            worker.setDaemon(true);
            return worker;
        });
    }

    /** Starts bringing blocks. */
    public static BlockStream start(BlockSource source, BlockReader reader, BlockListener listener, String name) {
        BlockStream stream = new BlockStream(source, reader, listener, name);
        stream.thread.execute(stream::run);
        return stream;
    }

    /** Why no blocks come at the moment, or nothing; for the health page. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** True if a fault ended it for good. */
    public boolean isStopped() {
        return stopped;
    }

    private void run() {
        try (CloseableIterator<Block> blocks = source.open(listener.nextBlock())) {
            open = blocks;
            while (!closed && blocks.hasNext()) {
                take(blocks.next());
            }
            problem = "the peer ended the block stream";
        } catch (BlockFaultException e) {
            problem = "stopped: " + e.getMessage();
            stopped = true;
            LOG.error("the block stream stopped", e);
            return;
        } catch (RuntimeException e) {
            // Lost connections, refusals of the peer and a listener's database alike: the block is brought again.
            if (problem == null) {
                LOG.warn("the block stream broke and is opened again", e);
            }
            problem = "the block stream broke, opened again: " + e.getMessage();
        }
        again();
    }

    private void take(Block raw) {
        LedgerBlock block = reader.read(raw);
        long wanted = listener.nextBlock();
        if (block.number() != wanted) {
            throw new BlockFaultException("block " + block.number() + " came where block " + wanted + " was due");
        }
        if (block.number() == lastNumber + 1
                && lastHash != null
                && !block.previousHash().filter(lastHash::equals).isPresent()) {
            throw new BlockFaultException("block " + block.number() + " does not name block " + lastNumber);
        }
        listener.accept(block);
        lastNumber = block.number();
        lastHash = block.headerHash();
        pause = SHORTEST;
        problem = null;
    }

    private void again() {
        if (closed) {
            return;
        }
        long jitter = ThreadLocalRandom.current().nextLong(pause.toMillis());
        var unused = thread.schedule(this::run, pause.toMillis() + jitter, TimeUnit.MILLISECONDS);
        pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
    }

    /** Ends the stream; a block that is being taken is finished. */
    @Override
    public void close() {
        closed = true;
        thread.shutdown();
        CloseableIterator<Block> blocks = open;
        if (blocks != null) {
            blocks.close();
        }
        try {
            if (!thread.awaitTermination(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
