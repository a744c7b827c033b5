package io.provenant.gateway.ledger.fabric;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.commit.Ending;
import io.provenant.gateway.ledger.commit.SignedEnvelope;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A command from its first try to its end. A conflict is endorsed afresh a bounded number of times; what only a tick of
 * the fence was in the way of goes again at once, and is not counted as contention.
 */
final class Submissions {

    private static final int MOST_TICKS = 3;
    private static final String FENCE = "fence";
    private static final String CONFLICT = "conflict";

    /**
     * Tries behind this one.
     *
     * @param most how many repeats, the first try included
     * @param repeats conflicts and moments in which endorsers disagreed or were busy
     * @param ticks ticks of the fence
     */
    private record Tries(int most, int repeats, int ticks, Optional<String> retried) {

        boolean mayRepeat() {
            return repeats + 1 < most;
        }

        Tries repeated(Optional<String> why) {
            return new Tries(most, repeats + 1, ticks, why.isPresent() ? why : retried);
        }

        Tries ticked() {
            return new Tries(most, repeats, ticks + 1, retried.isPresent() ? retried : Optional.of(FENCE));
        }

        int made() {
            return repeats + ticks + 1;
        }
    }

    private final Submitter submitter;
    private final Limits limits;
    private final Executor workers;

    Submissions(Submitter submitter, Limits limits, Executor workers) {
        this.submitter = submitter;
        this.limits = limits;
        this.workers = workers;
    }

    CompletableFuture<Submission> submit(Signatory as, LedgerCommand command) {
        return attempt(as, command, new Tries(limits.attempts(), 0, 0, Optional.empty()), workers);
    }

    /** The same without a second try after a conflict, a tick of the fence apart. */
    CompletableFuture<Submission> submitOnce(Signatory as, LedgerCommand command) {
        return attempt(as, command, new Tries(1, 0, 0, Optional.empty()), workers);
    }

    private CompletableFuture<Submission> attempt(Signatory as, LedgerCommand command, Tries tries, Executor on) {
        return CompletableFuture.supplyAsync(() -> submitter.send(as, command), on)
                .thenCompose(step -> {
                    if (step instanceof Step.Sent sent) {
                        return sent.awaited()
                                .ending()
                                .thenApply(Optional::of)
                                .completeOnTimeout(
                                        Optional.empty(), limits.commit().toMillis(), TimeUnit.MILLISECONDS)
                                .thenCompose(ending ->
                                        after(as, command, tries, sent.awaited().envelope(), ending));
                    }
                    if (step instanceof Step.Again && tries.mayRepeat()) {
                        Tries next = tries.repeated(Optional.empty());
                        return attempt(as, command, next, Pause.before(next.repeats(), workers));
                    }
                    return CompletableFuture.completedFuture(
                            step instanceof Step.Again again ? again.otherwise() : ((Step.Over) step).submission());
                });
    }

    private CompletableFuture<Submission> after(
            Signatory as, LedgerCommand command, Tries tries, SignedEnvelope envelope, Optional<Ending> seen) {
        if (seen.isEmpty()) {
            return CompletableFuture.completedFuture(new Submission.Indeterminate(envelope.txId()));
        }
        Ending ending = seen.get();
        if (ending.isFenceOnly() && tries.ticks() < MOST_TICKS) {
            return attempt(as, command, tries.ticked(), workers);
        }
        if (ending.isWorthAnotherTry() && !ending.isFenceOnly() && tries.mayRepeat()) {
            Tries next = tries.repeated(Optional.of(CONFLICT));
            return attempt(as, command, next, Pause.before(next.repeats(), workers));
        }
        return CompletableFuture.completedFuture(ended(envelope, ending, tries.retried(), tries.made()));
    }

    /** The submission that ended so. */
    static Submission ended(SignedEnvelope envelope, Ending ending, Optional<String> retried, int attempts) {
        if (ending.isValid()) {
            return new Submission.Committed(
                    ending.txId(),
                    ending.blockNumber(),
                    envelope.answer().optionalObject("answer").orElseGet(JsonObject::empty),
                    envelope.writes(),
                    retried);
        }
        return ending.code().equals(Ending.NOT_ORDERED)
                ? new Submission.Unavailable("the orderer did not take transaction " + ending.txId())
                : new Submission.Conflict(
                        ending.txId(), ending.blockNumber(), ending.code(), ending.staleKeys(), attempts);
    }
}
