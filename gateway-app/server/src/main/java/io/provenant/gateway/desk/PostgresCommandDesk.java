package io.provenant.gateway.desk;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.LedgerClient;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.commit.OutboxEntry;
import io.provenant.gateway.log.JdkDigests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Commands under idempotency keys. A key is claimed before anything is sent, and the outbox knows it: after a crash the
 * answer of what was sent is found there, and what was not sent is sent.
 */
public final class PostgresCommandDesk implements CommandDesk {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresCommandDesk.class);

    private record Running(Digest request, CompletableFuture<Submission> submission) {}

    private final LedgerClient ledger;
    private final PostgresOutbox outbox;
    private final IdempotencyKeys keys;
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    /** A desk in front of this client, which uses this outbox. */
    public PostgresCommandDesk(LedgerClient ledger, PostgresOutbox outbox, IdempotencyKeys keys) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.keys = keys;
    }

    @Override
    public Submission submit(Signatory as, LedgerCommand command, UUID idempotencyKey) throws KeyReusedException {
        String reference = as.alias() + "/" + idempotencyKey;
        Running own = new Running(request(as, command), new CompletableFuture<>());
        Running other = running.putIfAbsent(reference, own);
        if (other != null) {
            if (!other.request().equals(own.request())) {
                throw new KeyReusedException(idempotencyKey);
            }
            return joined(other, idempotencyKey);
        }
        try {
            Submission ended = once(as, command.referredToAs(reference), idempotencyKey, own.request());
            own.submission().complete(ended);
            return ended;
        } catch (KeyReusedException | RuntimeException e) {
            own.submission().completeExceptionally(e);
            throw e;
        } finally {
            running.remove(reference);
        }
    }

    private static Submission joined(Running other, UUID idempotencyKey) throws KeyReusedException {
        try {
            return other.submission().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof KeyReusedException) {
                throw new KeyReusedException(idempotencyKey);
            }
            throw e;
        }
    }

    private Submission once(Signatory as, LedgerCommand command, UUID key, Digest request) throws KeyReusedException {
        Optional<IdempotencyKeys.Claim> earlier = keys.claim(as.alias(), key, request);
        if (earlier.isPresent()) {
            if (!earlier.get().request().equals(request)) {
                throw new KeyReusedException(key);
            }
            Optional<Submission> known =
                    earlier.get().answer().map(SubmissionJson::read).or(() -> sent(command, earlier.get()));
            if (known.isPresent()) {
                keep(as, key, known.get());
                return known.get();
            }
        }
        Submission ended = ledger.submit(as, command);
        keep(as, key, ended);
        return ended;
    }

    // Of what an earlier process sent under this key: what counts, or may yet.
    private Optional<Submission> sent(LedgerCommand command, IdempotencyKeys.Claim claim) {
        List<OutboxEntry> entries = outbox.find(command.reference().orElseThrow(), claim.claimedAt());
        return entries.stream()
                .filter(entry ->
                        entry.ending().isEmpty() || entry.ending().get().isValid())
                .findFirst()
                .flatMap(entry -> ledger.outcome(entry.envelope().txId()));
    }

    // What was sent has ended, whether or not that can be noted: the answer says so, and the outbox knows it another
    // time.
    private void keep(Signatory as, UUID key, Submission ended) {
        try {
            if (ended instanceof Submission.Unavailable) {
                keys.release(as.alias(), key);
            } else {
                SubmissionJson.write(ended).ifPresent(answer -> keys.answer(as.alias(), key, answer));
            }
        } catch (DataAccessException e) {
            LOG.warn("the answer under idempotency key {} could not be kept", key, e);
        }
    }

    static Digest request(Signatory as, LedgerCommand command) {
        JdkDigests digests = new JdkDigests();
        JsonObject request = JsonObject.empty()
                .with("role", as.role().code())
                .with("command", command.name())
                .with("body", command.body());
        JsonObject signed =
                command.actor().map(actor -> request.with("actor", actor)).orElse(request);
        JsonObject whole = command.document()
                .map(document -> signed.with(
                        "document",
                        digests.digest(document.getBytes(StandardCharsets.UTF_8))
                                .hex()))
                .orElse(signed);
        return digests.digest(whole.canonicalBytes());
    }
}
