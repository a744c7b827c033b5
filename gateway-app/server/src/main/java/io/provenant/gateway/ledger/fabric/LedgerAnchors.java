package io.provenant.gateway.ledger.fabric;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.LedgerRefusedException;
import io.provenant.gateway.ledger.LedgerUnavailableException;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.block.KeyVersion;
import io.provenant.gateway.log.AnchorLedger;
import io.provenant.gateway.log.AnchorRefusedException;
import io.provenant.gateway.log.AnchorUnavailableException;
import io.provenant.merkle.LogOrigin;
import io.provenant.proof.attestation.AttestResponse;
import io.provenant.proof.attestation.AttestationFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ledger as a log sees it: its head is asked for once and then followed in the blocks, and one advance of a log is
 * under way at a time, so that a head is never built on one that is about to change.
 */
public final class LedgerAnchors implements AnchorLedger {

    /** A head, and where it was written: it holds until the blocks show a later write. */
    private record Known(Head head, KeyVersion version) {}

    private final FabricLedgerClient ledger;
    private final Map<LogOrigin, Known> heads = new ConcurrentHashMap<>();

    /** Anchors with the client's service certificate, which has the role {@code log.operator}. */
    public LedgerAnchors(FabricLedgerClient ledger) {
        this.ledger = ledger;
    }

    @Override
    public Head head(LogOrigin origin) throws AnchorUnavailableException {
        Known known = heads.get(origin);
        if (known == null || ledger.commits().isWrittenSince(key(origin), known.version())) {
            known = ask(origin);
            heads.put(origin, known);
        }
        return known.head();
    }

    private Known ask(LogOrigin origin) throws AnchorUnavailableException {
        String key = key(origin);
        try {
            AttestationFile file = ledger.attestation(List.of(key));
            JsonObject head = file.response()
                    .state()
                    .entry(key)
                    .orElseThrow(() -> unavailable("the log " + origin + " is not open on the ledger"));
            AttestResponse.Version version = version(file, key);
            return new Known(
                    new Head(
                            head.integer("size"),
                            new Digest(head.text("rootHash")),
                            head.text("updatedTx"),
                            version.blockNumber()),
                    new KeyVersion(version.blockNumber(), version.transactionNumber()));
        } catch (LedgerUnavailableException | LedgerRefusedException e) {
            throw new AnchorUnavailableException("the head of " + origin, e);
        }
    }

    @Override
    public void advance(JsonObject body) throws AnchorUnavailableException, AnchorRefusedException {
        LogOrigin origin = new LogOrigin(body.text("origin"));
        String key = key(origin);
        if (isUnderWay(key)) {
            throw unavailable("an earlier advance of " + key + " is not decided yet");
        }
        heads.remove(origin);
        Submission ended = ledger.submitOnce(LedgerCommand.of("log:advance", body));
        if (ended instanceof Submission.Refused refused) {
            throw new AnchorRefusedException(refused.message());
        }
        if (!(ended instanceof Submission.Committed)) {
            throw unavailable(ended.toString());
        }
    }

    @Override
    public JsonObject attest(List<String> keys) throws AnchorUnavailableException {
        try {
            return ledger.attest(keys);
        } catch (LedgerUnavailableException | LedgerRefusedException e) {
            throw new AnchorUnavailableException("the attestation of " + keys, e);
        }
    }

    private boolean isUnderWay(String key) {
        return ledger.commits().unended().stream()
                .flatMap(some -> some.envelope().writes().stream())
                .anyMatch(write -> write.text("key").equals(key));
    }

    private AttestResponse.Version version(AttestationFile file, String key) throws AnchorUnavailableException {
        return file.response()
                .reads(ledger.settings().chaincode())
                .getOrDefault(key, Optional.empty())
                .orElseThrow(() -> unavailable("the answer shows no version of " + key));
    }

    private static String key(LogOrigin origin) {
        return "LHD!" + origin.value();
    }

    private static AnchorUnavailableException unavailable(String why) {
        return new AnchorUnavailableException(why, new LedgerUnavailableException(why));
    }
}
