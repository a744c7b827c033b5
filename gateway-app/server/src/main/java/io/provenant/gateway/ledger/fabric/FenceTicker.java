package io.provenant.gateway.ledger.fabric;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.LedgerClient;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.LedgerRefusedException;
import io.provenant.gateway.ledger.LedgerUnavailableException;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.party.Fence;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ticks the fence at a random moment after its window opens (domain 3a.14), so that of many gateways one is usually
 * first and the others find it done. Any certificate may tick, and a tick too early writes nothing.
 */
public final class FenceTicker implements AutoCloseable {

    static final Duration SPREAD = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final LedgerClient ledger;
    private final Signatory as;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private long chosenFor = -1;
    private long dueMs;
    private volatile @Nullable String problem;

    FenceTicker(LedgerClient ledger, Signatory as, Clock clock) {
        this.ledger = ledger;
        this.as = as;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread worker = new Thread(work, "fence");
            worker.setDaemon(true);
            return worker;
        });
    }

    /** Starts ticking with this certificate. */
    public static FenceTicker start(LedgerClient ledger, Signatory as, Clock clock) {
        FenceTicker ticker = new FenceTicker(ledger, as, clock);
        var unused = ticker.thread.scheduleWithFixedDelay(
                ticker::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return ticker;
    }

    /** Why the last look could not see to the fence, or nothing; for the health page. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    // A ledger that does not answer, or is not founded yet, is asked again at the next look.
    void look() {
        try {
            JsonObject fence = fence();
            choose(fence.integer("no"), fence.integer("tickMs"));
            if (clock.millis() >= dueMs) {
                ledger.submit(as, LedgerCommand.of("market:tick", JsonObject.empty()));
            }
            problem = null;
        } catch (LedgerUnavailableException | LedgerRefusedException | RuntimeException | Error e) {
            problem = "no tick now, looked at again: " + e.getMessage();
        }
    }

    private JsonObject fence() throws LedgerUnavailableException, LedgerRefusedException {
        JsonObject question = JsonObject.empty().with("keys", JsonArray.ofTexts(List.of(Fence.KEY.text())));
        return ledger.evaluate("attest", question).object("attest").object("fence");
    }

    private void choose(long no, long tickMs) {
        if (no != chosenFor) {
            chosenFor = no;
            dueMs = tickMs + Fence.PERIOD_MS + ThreadLocalRandom.current().nextLong(SPREAD.toMillis());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
