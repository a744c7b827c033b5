package io.provenant.gateway.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * An append-only store of encrypted records on disk, numbered from 0 without a gap.
 *
 * <p>When {@link #append} returns, the disk holds the batch; a process killed before that leaves the batch whole or
 * not at all. Batches of several threads share one flush. A disk that was full or failed is tried again at the next
 * batch. What was acknowledged and is missing or damaged stops the vault from opening. One process at a time.
 */
public final class Vault implements AutoCloseable {

    private final FolderLock lockFile;
    private final DurableMark mark;
    private final SegmentFolder segments;
    private final GroupWriter writer;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final IdentityIndex identities = new IdentityIndex();
    private final VaultKeys keys;
    private volatile long size;
    private volatile @Nullable VaultException trouble;

    private Vault(FolderLock lockFile, Path folder, MasterKey master, VaultSettings settings, AppendFile.Opener opener)
            throws IOException {
        this.lockFile = lockFile;
        this.keys = new VaultKeys(master);
        this.mark = DurableMark.open(opener.open(folder.resolve("durable.mark")));
        FrameVisitor remember = (index, frame) -> identities.put(frame.identity(), index);
        this.segments = SegmentFolder.open(folder, opener, keys, mark.count(), remember);
        this.size = segments.nextIndex();
        if (size > mark.count()) {
            mark.advance(size);
        }
        this.writer = new GroupWriter(segments, mark, identities, settings);
    }

    /** Opens a folder and reads back all that it holds; {@link VaultCorruptException} where something is damaged. */
    public static Vault open(Path folder, MasterKey master, VaultSettings settings) {
        return open(folder, master, settings, ChannelFile::open);
    }

    static Vault open(Path folder, MasterKey master, VaultSettings settings, AppendFile.Opener opener) {
        try {
            Folders.create(folder);
            FolderLock lockFile = FolderLock.take(folder);
            try {
                return new Vault(lockFile, folder, master, settings, opener);
            } catch (IOException | RuntimeException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new VaultUnavailableException("the vault in " + folder + " cannot be opened", e);
        }
    }

    /**
     * Keeps a batch.
     *
     * @param allOrNothing keep nothing where one record's identity is held with other content
     */
    public Appended append(List<NewRecord> batch, boolean allOrNothing) {
        List<Identity> named =
                batch.stream().map(record -> keys.identity(record.identity())).toList();
        Offer offer = new Offer(batch, named, allOrNothing);
        writer.enqueue(offer);
        lock.writeLock().lock();
        try {
            writer.drain(); // nothing to do where another thread's flush took this batch along
            size = segments.nextIndex();
        } finally {
            lock.writeLock().unlock();
        }
        try {
            Appended answer = offer.answer();
            trouble = null;
            return answer;
        } catch (VaultException e) {
            trouble = e;
            throw e;
        }
    }

    /** What the last batch failed of, or nothing. */
    public Optional<VaultException> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** How many records are kept. */
    public long size() {
        return size;
    }

    /** The record at this index; {@link VaultErasedException} where its key is gone. */
    public VaultRecord read(long index) {
        return reading(index, segment -> segment.read(index));
    }

    /** What stands in the clear about the record at this index. */
    public Entry entry(long index) {
        return reading(index, segment -> segment.entry(index));
    }

    /** The index of the record of this identity. */
    public OptionalLong find(String identity) {
        lock.readLock().lock();
        try {
            return identities.find(keys.identity(identity));
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Shows the clear part of the records in {@code [from, to)}. */
    public void entries(long from, long to, EntryVisitor visitor) {
        for (long index = from; index < to; index++) {
            visitor.entry(entry(index));
        }
    }

    /** Destroys the key of a record: its body is unreadable for ever, its place and label stay. */
    public void erase(long index) {
        lock.writeLock().lock();
        try {
            segments.holding(checked(index)).erase(index);
        } catch (IOException e) {
            throw new VaultUnavailableException("the key of record " + index + " was perhaps not erased", e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private interface Reading<T> {
        T from(Segment segment) throws IOException;
    }

    private <T> T reading(long index, Reading<T> reading) {
        lock.readLock().lock();
        try {
            return reading.from(segments.holding(checked(index)));
        } catch (IOException e) {
            throw new VaultUnavailableException("record " + index + " cannot be read", e);
        } finally {
            lock.readLock().unlock();
        }
    }

    private long checked(long index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("record " + index + " of a vault of " + size);
        }
        return index;
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try (lockFile;
                mark;
                segments) {
            writer.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the vault", e);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
