package io.provenant.gateway.log;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.vault.VaultCorruptException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings a log's head to the ledger, one advance in flight. Each step starts from the head that the ledger holds, so a
 * kill at any point loses nothing: what was committed and not noted is noted, what was not is sent again.
 */
public final class Anchoring {

    private final Log log;
    private final AnchorLedger ledger;
    private final Supplier<AnchorPolicy> policy;
    private final Clock clock;
    private Instant last;
    private AnchorLedger.@Nullable Head compared;

    /**
     * The first step may anchor at once.
     *
     * @param policy asked at each look that finds something new: what is adopted counts from the next one
     */
    public Anchoring(Log log, AnchorLedger ledger, Supplier<AnchorPolicy> policy, Clock clock) {
        this.log = log;
        this.ledger = ledger;
        this.policy = policy;
        this.clock = clock;
        this.last = Instant.EPOCH;
    }

    /** Holds the log against its head on the ledger, before which it takes nothing in. */
    public void compare() throws AnchorUnavailableException {
        compared(ledger.head(log.origin()));
    }

    /** Integrates what came in, and anchors where that is due; true if the ledger holds a new head. */
    public boolean step() throws AnchorUnavailableException, AnchorRefusedException {
        if (!log.isCompared()) {
            compare();
        }
        try {
            return anchored(log.integrate());
        } catch (LogCorruptException | VaultCorruptException e) {
            log.stop(e);
            throw e;
        }
    }

    private boolean anchored(SignedCheckpoint latest) throws AnchorUnavailableException, AnchorRefusedException {
        AnchorLedger.Head head = compared(ledger.head(log.origin()));
        note(head);
        Duration waited = Duration.between(last, clock.instant());
        long fresh = latest.size() - head.size();
        if (fresh <= 0 || !policy.get().isDue(fresh, waited)) {
            return false;
        }
        last = clock.instant();
        ledger.advance(latest.advanceBody(log.consistency(head.size(), latest.size())));
        note(compared(ledger.head(log.origin())));
        return true;
    }

    /** What this failure means: without an answer of the ledger a log that was never compared does not even take in. */
    LogTrouble trouble(Throwable failure) {
        LogTrouble found = LogTrouble.of(failure);
        return found.kind() == LogTrouble.Kind.LEDGER_AWAY && !log.isCompared()
                ? new LogTrouble(LogTrouble.Kind.UNCHECKED, found.cause())
                : found;
    }

    private AnchorLedger.Head compared(AnchorLedger.Head head) {
        if (!head.equals(compared)) {
            log.compare(head);
            compared = head;
        }
        return head;
    }

    // The head is noted before it is attested: an attestation that fails leaves an anchored receipt, and the next step,
    // which comes before the next advance, asks for it again.
    private void note(AnchorLedger.Head head) throws AnchorUnavailableException {
        if (head.size() == 0) {
            return;
        }
        Anchor anchor = log.anchors().of(head.size()).orElse(null);
        if (anchor == null) {
            anchor = new Anchor(
                    log.checkpoint(head.size()), head.txId(), head.blockNumber(), java.util.Optional.empty());
            log.anchors().write(anchor);
        }
        if (anchor.attestation().isEmpty()) {
            log.anchors().write(anchor.attested(attest()));
        }
    }

    private JsonObject attest() throws AnchorUnavailableException {
        String origin = log.origin().value();
        return ledger.attest(List.of("EQV!" + origin, "LHD!" + origin, "LOG!" + origin));
    }
}
