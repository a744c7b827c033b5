package io.provenant.consent;

import io.provenant.ledger.Ledger;
import io.provenant.ledger.Page;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Which withdrawals of a grant data of some generation does not exclude yet (domain 4.5). */
public final class Withdrawals {

    private final Ledger ledger;

    /** The withdrawals as this ledger shows them. */
    public Withdrawals(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * When the oldest open withdrawal took effect, for a version that carries the grant at this generation; nothing where
     * none is open. A later withdrawal never moves it.
     */
    public OptionalLong oldestOpenMs(ConsentId id, long versionGeneration) {
        LongStream queued = queue(id).rows().stream().mapToLong(QueuedWithdrawal::effectiveMs);
        return LongStream.concat(queued, behind(id, versionGeneration)).min();
    }

    /** True if the generation is the head's and nothing waits in the queue. */
    public boolean noneOpen(ConsentId id, long generation) {
        return headGeneration(id) == generation && queue(id).isEmpty();
    }

    /** The newest generation of the grant. */
    public long headGeneration(ConsentId id) {
        return ledger.get(ConsentHead.key(id))
                .map(ConsentHead::generation)
                .orElseThrow(() -> new IllegalStateException("a grant without a head: " + id));
    }

    private LongStream behind(ConsentId id, long versionGeneration) {
        return versionGeneration < headGeneration(id)
                // A generation that should be there and is not counts as open for ever: never as nothing open.
                ? LongStream.of(ledger.get(Generation.key(id, versionGeneration + 1))
                        .map(Generation::oldestMs)
                        .orElse(0L))
                : LongStream.empty();
    }

    private Page<QueuedWithdrawal> queue(ConsentId id) {
        return ledger.scan(QueuedWithdrawal.TYPE, List.of(id.value()), 1);
    }
}
