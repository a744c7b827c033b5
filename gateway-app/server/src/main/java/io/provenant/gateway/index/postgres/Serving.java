package io.provenant.gateway.index.postgres;

import io.provenant.gateway.ledger.block.BlockListener;
import io.provenant.gateway.ledger.block.LedgerBlock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema that answers, and is fed. Another one takes over between two queries and between two blocks. */
final class Serving implements BlockListener {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private IndexFeeder feeder;

    Serving(IndexFeeder first) {
        this.feeder = first;
    }

    <T> T read(Function<JdbcClient, T> query) {
        lock.readLock().lock();
        try {
            return feeder.schema().read(query);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public synchronized long nextBlock() {
        return feeder.nextBlock();
    }

    @Override
    public synchronized void accept(LedgerBlock block) {
        feeder.accept(block);
    }

    IndexFeeder feeder() {
        lock.readLock().lock();
        try {
            return feeder;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Lets another schema take over if it came as far; the old one is dropped. */
    synchronized boolean handOver(IndexFeeder next) {
        if (next.nextBlock() < feeder.nextBlock()) {
            return false;
        }
        Schema old = feeder.schema();
        lock.writeLock().lock();
        try {
            feeder = next;
        } finally {
            lock.writeLock().unlock();
        }
        old.drop();
        return true;
    }
}
