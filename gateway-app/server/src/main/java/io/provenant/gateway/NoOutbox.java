package io.provenant.gateway;

import io.provenant.gateway.ledger.commit.Ending;
import io.provenant.gateway.ledger.commit.Outbox;
import io.provenant.gateway.ledger.commit.OutboxEntry;
import java.util.List;
import java.util.Optional;

/** The outbox of a client that asks and never submits. */
final class NoOutbox implements Outbox {

    @Override
    public void write(OutboxEntry entry) {
        throw new IllegalStateException("this client does not submit");
    }

    @Override
    public void close(List<Ending> endings) {}

    @Override
    public List<OutboxEntry> open() {
        return List.of();
    }

    @Override
    public void release(String txId) {}

    @Override
    public List<OutboxEntry> released() {
        return List.of();
    }

    @Override
    public Optional<OutboxEntry> find(String txId) {
        return Optional.empty();
    }
}
