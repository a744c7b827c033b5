package io.provenant.gateway.api;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.gateway.desk.CommandDesk;
import io.provenant.gateway.desk.KeyReusedException;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.identity.RoleKeyMissingException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;

/** Submits commands and words how they ended (domain 3a.15). */
public final class Submissions {

    private final CommandDesk desk;
    private final Index index;

    /** Submits through this desk; the index says how far it has come. */
    public Submissions(CommandDesk desk, Index index) {
        this.desk = desk;
        this.index = index;
    }

    ResponseEntity<JsonObject> submit(Signatory as, LedgerCommand command, UUID key) {
        try {
            return desk.submit(as, command, key)
                    .match(
                            this::committed,
                            refused -> {
                                throw ApiProblem.refused(refused.codes(), refused.message());
                            },
                            conflict -> {
                                throw conflict(conflict);
                            },
                            unavailable -> {
                                throw unavailable(unavailable.why());
                            },
                            indeterminate -> located(HttpStatus.ACCEPTED, indeterminate.txId())
                                    .body(JsonObject.empty()
                                            .with("txId", indeterminate.txId())
                                            .with("state", "INDETERMINATE")));
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } catch (KeyReusedException e) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT, "idempotency-key", e.getMessage() + "; draw a new key for a new request");
        }
    }

    /** A person without the certificate of a role that the people file gives him: the operator's to mend. */
    static ApiProblem withoutCertificate(RoleKeyMissingException missing) {
        return new ApiProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "no-certificate",
                missing.getMessage() + "; nothing was sent. Your administrator: provenant doctor");
    }

    static ApiProblem unavailable(String why) {
        return new ApiProblem(
                HttpStatus.SERVICE_UNAVAILABLE, "unavailable", why + "; nothing was sent, so send it again later");
    }

    private ResponseEntity<JsonObject> committed(Submission.Committed committed) {
        JsonObject answer = JsonObject.empty()
                .with("txId", committed.txId())
                .with("block", committed.blockNumber())
                .with("answer", committed.answer())
                .withObjects("writes", committed.writes())
                .with("indexed", isIndexed(committed.blockNumber()));
        return located(HttpStatus.CREATED, committed.txId())
                .body(committed
                        .retried()
                        .map(why -> answer.with("retried", why))
                        .orElse(answer));
    }

    // What is committed is answered as committed, whatever becomes of the index.
    private boolean isIndexed(long blockNumber) {
        try {
            return index.asOf().height() >= blockNumber;
        } catch (DataAccessException | TransactionException e) {
            return false;
        }
    }

    private static ApiProblem conflict(Submission.Conflict conflict) {
        String detail = "invalid after " + conflict.attempts() + " attempts (" + conflict.validationCode()
                + "); read the records again and decide again";
        return new ApiProblem(HttpStatus.CONFLICT, "conflict", detail)
                .with("txId", new JsonString(conflict.txId()))
                .with("height", new JsonInteger(conflict.blockNumber()))
                .with("validationCode", new JsonString(conflict.validationCode()))
                .with("staleKeys", JsonArray.ofTexts(conflict.staleKeys()));
    }

    private static ResponseEntity.BodyBuilder located(HttpStatus status, String txId) {
        return ResponseEntity.status(status).location(URI.create("/api/v1/transactions/" + txId));
    }
}
