package io.provenant.gateway.log;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.vault.ChannelFile;
import io.provenant.gateway.vault.MasterKey;
import io.provenant.gateway.vault.Vault;
import io.provenant.merkle.Checkpoint;
import io.provenant.merkle.ConsistencyProof;
import io.provenant.merkle.LogOrigin;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One append-only log: its vault, its tree, its checkpoints and its anchors, in one folder.
 *
 * <p>The vault is the truth; the tree is derived from it. A checkpoint is on disk before anybody sees it, and a log
 * whose files contradict its last checkpoint does not open, so it never signs two heads that contradict each other. It
 * takes nothing in and signs nothing before {@link #compare} held it against the ledger, nor after they contradicted.
 */
public final class Log implements AutoCloseable {

    private static final int AT_ONCE = 10_000;
    private static final int TILE = 256;
    private static final int HASH_BYTES = 32;

    private final LogSettings settings;
    private final LogKey key;
    private final LogFiles files;
    private final Vault vault;
    private final TreeFile tree;
    private final Intake intake;
    private final Receipts receipts;
    private final SigningLeave leave;
    private volatile Optional<SignedCheckpoint> latest;

    private Log(LogFiles files, LogSettings settings, LogKey key, LineFormat format, Clock clock) {
        this.files = files;
        this.settings = settings;
        this.key = key;
        this.vault = files.vault();
        this.tree = files.tree();
        this.leave = new SigningLeave(settings.origin());
        Promises promises = new Promises(vault, settings, key, leave);
        this.intake = new Intake(vault, settings, format, promises, clock);
        this.receipts = new Receipts(vault, tree, files.anchors(), promises);
        this.latest = files.checkpoint().read().map(SignedCheckpoint::fromJson);
    }

    /** Opens the log in a folder, and makes it where there is none; {@link LogCorruptException} if it contradicts itself. */
    public static Log open(
            Path folder, MasterKey master, LogSettings settings, LogKey key, LineFormat format, Clock clock) {
        return open(LogFiles.open(folder, master, settings.vault(), ChannelFile::open), settings, key, format, clock);
    }

    static Log open(LogFiles files, LogSettings settings, LogKey key, LineFormat format, Clock clock) {
        try {
            Log log = new Log(files, settings, key, format, clock);
            log.recover();
            return log;
        } catch (RuntimeException e) {
            files.close();
            throw e;
        }
    }

    /**
     * Takes in a file of records, a line each.
     *
     * @param keepGoing keep the good lines where others are faulty; else nothing is kept
     */
    public IntakeReport accept(InputStream ndjson, boolean keepGoing) {
        leave.require();
        return intake.accept(ndjson, keepGoing);
    }

    /** Takes in records that came one by one or in an array, as if each were a line of a file. */
    public IntakeReport accept(List<SourceBytes> records, boolean keepGoing) {
        leave.require();
        return intake.accept(records, keepGoing);
    }

    /** Brings all records on disk into the tree and signs the head, where it is new. */
    public synchronized SignedCheckpoint integrate() {
        leave.require();
        grow();
        long size = tree.size();
        if (latest.isPresent() && latest.get().size() == size) {
            return latest.get();
        }
        tree.flush(); // whatever is signed must be on the disk: a root over what is lost would contradict the vault
        SignedCheckpoint fresh = checkpoint(size);
        files.checkpoint().replace(fresh.toJson());
        latest = Optional.of(fresh);
        return fresh;
    }

    /** Holds the log against its head on the ledger; {@link LogCorruptException}, for good, if they contradict each other. */
    public synchronized void compare(AnchorLedger.Head head) {
        try {
            requireHolds(head);
            leave.give();
        } catch (LogCorruptException e) {
            leave.take(e);
            throw e;
        }
    }

    private void requireHolds(AnchorLedger.Head head) {
        if (head.size() > tree.size()) {
            throw new LogCorruptException("the ledger's head of " + origin() + " has " + head.size()
                    + " leaves, the log here " + tree.size());
        }
        Digest root = tree.root(head.size());
        if (head.size() > 0 && !root.equals(head.rootHash())) {
            throw new LogCorruptException("the root of " + origin() + " at size " + head.size() + " is "
                    + head.rootHash() + " on the ledger and " + root + " here");
        }
    }

    /** Has it take nothing in and sign nothing any more, for this reason. */
    void stop(RuntimeException cause) {
        leave.take(cause);
    }

    /** True once it was held against its head on the ledger. */
    boolean isCompared() {
        return leave.isChecked();
    }

    /** The last checkpoint signed. */
    public Optional<SignedCheckpoint> latest() {
        return latest;
    }

    /** The receipt file of a record, as full as it can be now. */
    public JsonObject receipt(long index) {
        return receipts.receipt(index, latest);
    }

    /** How far a record has come. */
    public ReceiptState state(long index) {
        return receipts.state(index, latest);
    }

    /** Hashes of a level of the tree as a tile (C2SP tlog-tiles), or nothing where the last checkpoint has not as many. */
    public Optional<byte[]> hashTile(int level, long number, int width) {
        long first = number * TILE;
        long perHash = 1L << (8 * level);
        if (signedSize() / perHash < first + width) {
            return Optional.empty();
        }
        ByteBuffer tile = ByteBuffer.allocate(width * HASH_BYTES);
        for (long hash = first; hash < first + width; hash++) {
            tile.put(tree.hash(8 * level, hash).bytes());
        }
        return Optional.of(tile.array());
    }

    /** Entries as a tile, each behind its length in two bytes; they are commitments and say nothing by themselves. */
    public Optional<byte[]> entriesTile(long number, int width) {
        long first = number * TILE;
        if (signedSize() < first + width) {
            return Optional.empty();
        }
        ByteBuffer tile = ByteBuffer.allocate(width * (2 + LeafKind.ENTRY_BYTES));
        vault.entries(
                first,
                first + width,
                entry -> tile.putShort((short) entry.label().length).put(entry.label()));
        return Optional.of(tile.array());
    }

    private long signedSize() {
        return latest.map(SignedCheckpoint::size).orElse(0L);
    }

    /** How many records are promised. */
    public long size() {
        return vault.size();
    }

    /** Why it takes no record in at the moment, or nothing. */
    public Optional<LogTrouble> trouble() {
        return leave.stopped().map(LogTrouble::of).or(() -> vault.trouble().map(LogTrouble::of));
    }

    /** How many records the last checkpoint includes. */
    public long integratedSize() {
        return tree.size();
    }

    /** The log's name. */
    public LogOrigin origin() {
        return settings.origin();
    }

    /** The key of this epoch, as {@code log:open} names it. */
    public LogKey key() {
        return key;
    }

    ConsistencyProof consistency(long first, long second) {
        return tree.consistency(first, second);
    }

    SignedCheckpoint checkpoint(long size) {
        return SignedCheckpoint.sign(new Checkpoint(settings.origin(), size, tree.root(size)), key);
    }

    AnchorJournal anchors() {
        return files.anchors();
    }

    // Leaves behind the last checkpoint are perhaps not on the disk: they are made again from the vault. If the tree up
    // to
    // the checkpoint is not what was signed, all of it is, and must then be.
    private void recover() {
        long signed = latest.map(SignedCheckpoint::size).orElse(0L);
        if (vault.size() < signed) {
            throw new LogCorruptException(
                    origin() + " signed a head of " + signed + " records, its vault holds " + vault.size());
        }
        tree.cut(Math.min(signed, tree.size()));
        if (tree.size() < signed || !isAsSigned()) {
            tree.cut(0);
        }
        grow();
        tree.flush();
        if (!isAsSigned()) {
            throw new LogCorruptException(origin() + " signed another root at size " + signed + " than its vault has");
        }
    }

    private boolean isAsSigned() {
        return latest.map(SignedCheckpoint::head)
                .filter(head -> !tree.root(head.size()).equals(head.rootHash()))
                .isEmpty();
    }

    private void grow() {
        for (long from = tree.size(); from < vault.size(); from = tree.size()) {
            long to = Math.min(vault.size(), from + AT_ONCE);
            List<byte[]> entries = new ArrayList<>();
            vault.entries(from, to, entry -> entries.add(entry.label()));
            tree.append(entries);
        }
    }

    @Override
    public void close() {
        files.close();
    }
}
