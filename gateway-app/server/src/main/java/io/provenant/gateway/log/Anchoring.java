package io.provenant.gateway.log;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Brings a log's head to the ledger, one advance in flight. Each step starts from the head that the ledger holds, so a
 * kill at any point loses nothing: what was committed and not noted is noted, what was not is sent again.
 */
public final class Anchoring {

    private final Log log;
    private final AnchorLedger ledger;
    private final AnchorPolicy policy;
    private final Clock clock;
    private Instant last;

    /** The first step may anchor at once. */
    public Anchoring(Log log, AnchorLedger ledger, AnchorPolicy policy, Clock clock) {
        this.log = log;
        this.ledger = ledger;
        this.policy = policy;
        this.clock = clock;
        this.last = Instant.EPOCH;
    }

    /** Integrates what came in, and anchors where that is due; true if the ledger holds a new head. */
    public boolean step() throws AnchorUnavailableException, AnchorRefusedException {
        SignedCheckpoint latest = log.integrate();
        AnchorLedger.Head head = ledger.head(log.origin());
        note(head);
        Duration waited = Duration.between(last, clock.instant());
        if (!policy.isDue(latest.size() - head.size(), waited)) {
            return false;
        }
        last = clock.instant();
        ledger.advance(latest.advanceBody(log.consistency(head.size(), latest.size())));
        note(ledger.head(log.origin()));
        return true;
    }

    // The head is noted before it is attested: an attestation that fails leaves an anchored receipt, and the next step,
    // which comes before the next advance, asks for it again.
    private void note(AnchorLedger.Head head) throws AnchorUnavailableException {
        if (head.size() == 0) {
            return;
        }
        Anchor anchor = log.anchors().of(head.size()).orElse(null);
        if (anchor == null) {
            anchor = new Anchor(checkpointOf(head), head.txId(), head.blockNumber(), java.util.Optional.empty());
            log.anchors().write(anchor);
        }
        if (anchor.attestation().isEmpty()) {
            log.anchors().write(anchor.attested(attest()));
        }
    }

    private SignedCheckpoint checkpointOf(AnchorLedger.Head head) {
        if (head.size() > log.integratedSize()) {
            throw new LogCorruptException("the ledger's head of " + log.origin() + " has " + head.size()
                    + " leaves, the log here " + log.integratedSize());
        }
        SignedCheckpoint own = log.checkpoint(head.size());
        Digest root = own.head().rootHash();
        if (!root.equals(head.rootHash())) {
            throw new LogCorruptException("the root of " + log.origin() + " at size " + head.size() + " is "
                    + head.rootHash() + " on the ledger and " + root + " here");
        }
        return own;
    }

    private JsonObject attest() throws AnchorUnavailableException {
        String origin = log.origin().value();
        return ledger.attest(List.of("EQV!" + origin, "LHD!" + origin, "LOG!" + origin));
    }
}
