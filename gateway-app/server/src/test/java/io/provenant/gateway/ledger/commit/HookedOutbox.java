package io.provenant.gateway.ledger.commit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** An outbox that lets something happen after an envelope was written and before it is sent, once. */
public final class HookedOutbox implements Outbox {

    private final Outbox behind;
    private final AtomicReference<Runnable> hook = new AtomicReference<>(() -> {});

    public HookedOutbox(Outbox behind) {
        this.behind = behind;
    }

    /** Runs this after the next write. */
    public void afterNextWrite(Runnable work) {
        hook.set(work);
    }

    @Override
    public void write(OutboxEntry entry) {
        behind.write(entry);
        hook.getAndSet(() -> {}).run();
    }

    @Override
    public void close(List<Ending> endings) {
        behind.close(endings);
    }

    @Override
    public List<OutboxEntry> open() {
        return behind.open();
    }

    @Override
    public void release(String txId) {
        behind.release(txId);
    }

    @Override
    public List<OutboxEntry> released() {
        return behind.released();
    }

    @Override
    public Optional<OutboxEntry> find(String txId) {
        return behind.find(txId);
    }
}
