package io.provenant.gateway.ledger.commit;

import io.provenant.gateway.ledger.block.KeyVersion;
import io.provenant.gateway.ledger.block.LedgerBlock;
import io.provenant.gateway.ledger.block.LedgerTransaction;
import io.provenant.party.Fence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;

/**
 * What was sent and is in no block yet. Each block ends some of it; a tick of the fence ends whatever was endorsed
 * before. An ending is in the outbox before anybody hears of it.
 */
public final class Commits {

    /** Something sent, and the future of its ending. */
    public record Awaited(SignedEnvelope envelope, CompletableFuture<Ending> ending) {}

    private final Outbox outbox;
    private final Executor listeners;
    private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();
    private final Set<String> written = ConcurrentHashMap.newKeySet();
    private final RecentWrites recent = new RecentWrites();

    /** Whoever waits is told on this executor, never on the thread that brings blocks. */
    public Commits(Outbox outbox, Executor listeners) {
        this.outbox = outbox;
        this.listeners = listeners;
    }

    /**
     * Waits for what an earlier process sent; returns the block after which all is that was not released. For what was
     * released no block is read again: it is found in blocks that come from now on, or in none.
     */
    public Optional<Long> resume() {
        outbox.released().forEach(this::await);
        List<OutboxEntry> open = outbox.open();
        open.forEach(entry -> {
            await(entry);
            written.add(entry.envelope().txId());
        });
        return open.stream().map(OutboxEntry::afterBlock).min(Long::compare);
    }

    private void await(OutboxEntry entry) {
        awaited.put(entry.envelope().txId(), new Awaited(entry.envelope(), new CompletableFuture<>()));
    }

    /**
     * Writes an envelope to the outbox and waits for it from now on. One that was endorsed before a tick which the
     * blocks have shown already is over before it is sent.
     */
    public Awaited expect(OutboxEntry entry) {
        Awaited some = new Awaited(entry.envelope(), new CompletableFuture<>());
        if (isOver(some)) {
            return some;
        }
        outbox.write(entry);
        if (isOver(some)) {
            outbox.close(List.of(some.ending().join()));
        } else {
            allowSending(some.envelope().txId());
        }
        return some;
    }

    // Under one lock with the blocks: a tick either ends it here or finds it in the map.
    private synchronized boolean isOver(Awaited some) {
        boolean over = isBehindTheFence(some.envelope());
        if (over) {
            awaited.remove(some.envelope().txId());
            some.ending().complete(fencePassed(some.envelope(), recent.fence().blockNumber()));
        } else {
            awaited.put(some.envelope().txId(), some);
        }
        return over;
    }

    private synchronized void allowSending(String txId) {
        if (awaited.containsKey(txId)) {
            written.add(txId);
        }
    }

    /** Ends what was certainly not taken by the orderer. */
    public void abandon(SignedEnvelope envelope) {
        forget(envelope.txId());
        outbox.close(List.of(new Ending(envelope.txId(), -1, Ending.NOT_ORDERED, List.of())));
    }

    /** Waits no longer for what is certainly not in the outbox and was not sent. */
    public void forget(SignedEnvelope envelope) {
        forget(envelope.txId());
    }

    /**
     * Has an envelope sent no more, and goes on waiting for it.
     *
     * @return false where none of this id may be sent
     */
    public boolean release(String txId) {
        if (!written.contains(txId)) {
            return false;
        }
        outbox.release(txId);
        written.remove(txId);
        return true;
    }

    /** Everything that has no ending yet. */
    public List<Awaited> unended() {
        return List.copyOf(awaited.values());
    }

    /** What has no ending yet and is in the outbox: nothing else may be sent, for nobody would know of it afterwards. */
    public List<Awaited> sendable() {
        return awaited.values().stream()
                .filter(some -> written.contains(some.envelope().txId()))
                .toList();
    }

    /** True if the blocks have shown a write of this key after this version. */
    public synchronized boolean isWrittenSince(String key, KeyVersion version) {
        return recent.lastWrite(key).filter(version::isBefore).isPresent();
    }

    /** Reads a block's word on what was sent. */
    public synchronized void accept(LedgerBlock block) {
        Map<String, Ending> endings = new LinkedHashMap<>();
        for (LedgerTransaction transaction : block.transactions()) {
            List<String> stale = recent.take(block.number(), transaction);
            Awaited own = awaited.get(transaction.txId());
            if (own != null && own.envelope().payloadHash().equals(transaction.payloadHash())) {
                Ending ending = new Ending(
                        transaction.txId(), block.number(), transaction.code().name(), stale);
                endings.merge(transaction.txId(), ending, Commits::theOneThatCounts);
            }
        }
        if (recent.fence().blockNumber() == block.number()) {
            awaited.values().stream()
                    .map(Awaited::envelope)
                    .filter(this::isBehindTheFence)
                    .forEach(envelope -> endings.putIfAbsent(envelope.txId(), fencePassed(envelope, block.number())));
        }
        if (!endings.isEmpty()) {
            List<Ending> all = List.copyOf(endings.values());
            outbox.close(all);
            all.forEach(this::tell);
        }
    }

    // Of several copies in one block at most one is valid; of invalid ones the first says why.
    private static Ending theOneThatCounts(Ending first, Ending second) {
        return second.isValid() && !first.code().equals(TxValidationCode.VALID.name()) ? second : first;
    }

    private boolean isBehindTheFence(SignedEnvelope envelope) {
        return envelope.fence().filter(read -> read.isBefore(recent.fence())).isPresent();
    }

    private static Ending fencePassed(SignedEnvelope envelope, long blockNumber) {
        return new Ending(envelope.txId(), blockNumber, Ending.FENCE_PASSED, List.of(Fence.KEY.text()));
    }

    private void tell(Ending ending) {
        Awaited some = forget(ending.txId());
        if (some != null) {
            some.ending().completeAsync(() -> ending, listeners);
        }
    }

    private @Nullable Awaited forget(String txId) {
        written.remove(txId);
        return awaited.remove(txId);
    }
}
