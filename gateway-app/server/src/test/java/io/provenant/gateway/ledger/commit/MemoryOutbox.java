package io.provenant.gateway.ledger.commit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An outbox that forgets with its process; it can be away. */
public final class MemoryOutbox implements Outbox {

    private final Map<String, OutboxEntry> entries = new LinkedHashMap<>();
    private final Set<String> released = new HashSet<>();
    private boolean away;

    /** From now on nothing can be written. */
    public void goAway() {
        away = true;
    }

    @Override
    public synchronized void write(OutboxEntry entry) {
        check();
        entries.put(entry.envelope().txId(), entry);
    }

    @Override
    public synchronized void close(List<Ending> endings) {
        check();
        endings.forEach(ending -> entries.computeIfPresent(
                ending.txId(),
                (id, entry) -> new OutboxEntry(
                        entry.envelope(),
                        entry.as(),
                        entry.command(),
                        entry.reference(),
                        entry.afterBlock(),
                        entry.ending().or(() -> Optional.of(ending)))));
    }

    @Override
    public synchronized List<OutboxEntry> open() {
        return entries.values().stream()
                .filter(entry -> entry.ending().isEmpty())
                .filter(entry -> !released.contains(entry.envelope().txId()))
                .toList();
    }

    @Override
    public synchronized void release(String txId) {
        check();
        released.add(txId);
    }

    @Override
    public synchronized List<OutboxEntry> released() {
        return entries.values().stream()
                .filter(entry -> entry.ending().isEmpty())
                .filter(entry -> released.contains(entry.envelope().txId()))
                .toList();
    }

    @Override
    public synchronized Optional<OutboxEntry> find(String txId) {
        return Optional.ofNullable(entries.get(txId));
    }

    private void check() {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
    }
}
