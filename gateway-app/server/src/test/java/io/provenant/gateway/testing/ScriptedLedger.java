package io.provenant.gateway.testing;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.LedgerClient;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.LedgerUnavailableException;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.block.BlockListener;
import io.provenant.gateway.ledger.block.BlockStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A ledger that answers as it is told, and counts how often it is asked. */
public final class ScriptedLedger implements LedgerClient {

    private final AtomicInteger sent = new AtomicInteger();
    private volatile Submission answer = new Submission.Unavailable("nothing was scripted");
    private volatile Optional<Submission> outcome = Optional.empty();
    private volatile Optional<JsonObject> evaluation = Optional.empty();
    private volatile CountDownLatch hold = new CountDownLatch(0);

    public void answer(Submission next) {
        answer = next;
    }

    public void outcome(Submission next) {
        outcome = Optional.of(next);
    }

    public void holdUntil(CountDownLatch latch) {
        hold = latch;
    }

    public int sent() {
        return sent.get();
    }

    @Override
    public Submission submit(Signatory as, LedgerCommand command) {
        sent.incrementAndGet();
        try {
            hold.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    @Override
    public CompletableFuture<Submission> submitAsync(Signatory as, LedgerCommand command) {
        return CompletableFuture.supplyAsync(() -> submit(as, command));
    }

    @Override
    public Optional<Submission> outcome(String txId) {
        return outcome;
    }

    /** What every question is answered by, or nothing: the ledger does not answer. */
    public void evaluation(Optional<JsonObject> next) {
        evaluation = next;
    }

    @Override
    public JsonObject evaluate(String command, JsonObject body) throws LedgerUnavailableException {
        return evaluation.orElseThrow(() -> new LedgerUnavailableException("nobody answers " + command));
    }

    @Override
    public JsonObject attest(List<String> keys) {
        throw new UnsupportedOperationException("attest");
    }

    @Override
    public long height() {
        return -1;
    }

    @Override
    public BlockStream feed(BlockListener listener, String name) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    public void close() {
        hold.countDown();
    }
}
