package io.provenant.network.embedded.ledger;

import io.provenant.network.embedded.block.BlockFile;
import io.provenant.network.embedded.block.OwnerOnly;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;

/** The files of a channel, opened together: its blocks, what beside them is private, and a lock against a second node. */
final class LedgerFiles implements Closeable {

    private static final long WORTH_A_CHECKPOINT = 1L << 26;

    private final Path folder;
    private final Chain chain;
    private final BlockFile blocks;
    private final PrivateLog privateLog;
    private final TransientLog transientLog;
    private final Deque<Closeable> open;
    private long checkpointSize;

    private LedgerFiles(
            Path folder,
            Chain chain,
            BlockFile blocks,
            PrivateLog privateLog,
            TransientLog transientLog,
            Deque<Closeable> open) {
        this.folder = folder;
        this.chain = chain;
        this.blocks = blocks;
        this.privateLog = privateLog;
        this.transientLog = transientLog;
        this.open = open;
    }

    /** Opens a folder's files and brings the chain to the last whole block, or to block 0 where there is none. */
    static LedgerFiles open(Path folder, Block genesis, Chain chain) throws IOException {
        OwnerOnly.makeFolder(folder);
        Deque<Closeable> open = new ArrayDeque<>();
        try {
            open.push(FolderLock.take(folder));
            List<Purge> purges = new ArrayList<>();
            Path path = folder.resolve("blocks");
            BlockFile.Known known = CheckpointFile.load(folder, path, chain);
            BlockFile blocks = BlockFile.open(path, known, block -> purges.addAll(chain.replay(block)));
            open.push(blocks);
            if (blocks.height() == 0) {
                blocks.append(genesis);
                chain.replay(genesis);
                OwnerOnly.syncFolder(folder);
            }
            PrivateLog privateLog = PrivateLog.open(folder, blocks.height());
            open.push(privateLog);
            if (!purges.isEmpty()) {
                privateLog.purge(purges); // the crash may have come before the purge was done
            }
            chain.add(privateLog.replay());
            TransientLog transientLog = TransientLog.open(folder, chain.transactions()::contains);
            open.push(transientLog);
            LedgerFiles files = new LedgerFiles(folder, chain, blocks, privateLog, transientLog, open);
            files.checkpointSize = known.end();
            return files;
        } catch (IOException | RuntimeException e) {
            closeAll(open).ifPresent(e::addSuppressed);
            throw e;
        }
    }

    BlockFile blocks() {
        return blocks;
    }

    PrivateLog privateLog() {
        return privateLog;
    }

    TransientLog transientLog() {
        return transientLog;
    }

    /** Keeps what follows from the blocks once reading them again would take a while. Not while a block is written. */
    void checkpointIfWorthIt() throws IOException {
        if (blocks.size() - checkpointSize > WORTH_A_CHECKPOINT) {
            checkpoint();
        }
    }

    /** Keeps what follows from the blocks and closes all. */
    void finish() throws IOException {
        try (this) {
            if (!open.isEmpty() && blocks.size() > checkpointSize) {
                checkpoint();
            }
        }
    }

    /** Closes all as it is. */
    @Override
    public void close() throws IOException {
        Optional<IOException> failure = closeAll(open);
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private void checkpoint() throws IOException {
        BlockFile.Known known = blocks.known();
        CheckpointFile.save(folder, known, chain);
        checkpointSize = known.end();
    }

    /** Closes all, whatever one of them says, and gives the first failure. */
    private static Optional<IOException> closeAll(Deque<Closeable> open) {
        Optional<IOException> first = Optional.empty();
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (IOException e) {
                first.ifPresent(e::addSuppressed);
                first = first.isEmpty() ? Optional.of(e) : first;
            }
        }
        return first;
    }
}
