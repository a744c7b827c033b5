package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.MalformedJsonException;
import io.provenant.gateway.ledger.identity.RoleKeyMissingException;
import io.provenant.gateway.log.FileTooLongException;
import io.provenant.gateway.log.LogStoppedException;
import io.provenant.gateway.log.LogUncheckedException;
import io.provenant.gateway.security.AccessRefusedException;
import io.provenant.gateway.vault.VaultCorruptException;
import io.provenant.gateway.vault.VaultFullException;
import io.provenant.gateway.vault.VaultUnavailableException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Every failure of a route as a problem document (RFC 9457). */
@RestControllerAdvice
public final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<JsonObject> of(ApiProblem problem) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.isWorthAnotherTry()) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(problem.document());
    }

    @ExceptionHandler
    ResponseEntity<JsonObject> of(MalformedJsonException malformed) {
        if (malformed.isInexactNumber()) {
            String detail = malformed.getMessage() + "; send decimals and larger numbers as strings";
            return of(new ApiProblem(HttpStatus.BAD_REQUEST, "NUMBER_NOT_EXACT", detail));
        }
        String detail =
                malformed.getMessage() + "; send strict JSON: no member twice, no null, no text after the value";
        return of(new ApiProblem(HttpStatus.BAD_REQUEST, "not-json", detail));
    }

    @ExceptionHandler
    ResponseEntity<JsonObject> of(FileTooLongException tooLong) {
        return of(new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "too-large", String.valueOf(tooLong.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<JsonObject> of(AccessRefusedException refused) {
        String detail = refused.getMessage() + "; ask a colleague who has it";
        return of(new ApiProblem(
                HttpStatus.FORBIDDEN, refused.concernsReading() ? "NOT_VISIBLE" : "unauthorised", detail));
    }

    @ExceptionHandler
    ResponseEntity<JsonObject> of(VaultFullException full) {
        LOG.error("the vault's disk is full", full);
        return of(new ApiProblem(
                HttpStatus.INSUFFICIENT_STORAGE,
                "storage-full",
                "the vault's disk is full: nothing of this request was kept or promised; send it again when there is"
                        + " room, no restart is needed"));
    }

    @ExceptionHandler({VaultUnavailableException.class, VaultCorruptException.class})
    ResponseEntity<JsonObject> disk(RuntimeException failure) {
        LOG.error("the vault failed", failure);
        return of(new ApiProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "storage-unavailable",
                "the vault's disk failed: nothing was promised; send the same again. Your administrator:"
                        + " /api/v1/health, and the log of the gateway"));
    }

    @ExceptionHandler
    ResponseEntity<JsonObject> of(LogUncheckedException unchecked) {
        return of(
                new ApiProblem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "log-unchecked",
                        unchecked.getMessage()
                                + ": it takes nothing in and signs nothing before that. Nothing was kept; send the same again"));
    }

    @ExceptionHandler
    ResponseEntity<JsonObject> of(LogStoppedException stopped) {
        return of(LogController.damaged());
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<JsonObject> database(NestedRuntimeException failure) {
        boolean isAway = failure instanceof CannotGetJdbcConnectionException
                || failure instanceof CannotCreateTransactionException;
        if (isAway) { // a line for each request, and not a page
            LOG.error(
                    "the database of the gateway is away: {}",
                    failure.getMostSpecificCause().getMessage());
        } else {
            LOG.error("the database of the gateway failed", failure);
        }
        return of(new ApiProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-unavailable",
                "the database of the gateway does not answer; send the same request again, a command under the same"
                        + " Idempotency-Key"));
    }

    @ExceptionHandler
    ResponseEntity<JsonObject> of(RoleKeyMissingException missing) {
        LOG.error("a role certificate is missing", missing);
        return of(Submissions.withoutCertificate(missing));
    }

    @ExceptionHandler
    ResponseEntity<JsonObject> of(TypeMismatchException mismatch) {
        String name = Optional.ofNullable(mismatch.getPropertyName()).orElse("a parameter");
        return of(new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "not-acceptable",
                name + " has a value of another form; /api/v1/openapi.json says which it takes"));
    }

    @ExceptionHandler
    ResponseEntity<JsonObject> of(HttpMediaTypeNotSupportedException other) {
        String taken = other.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .sorted()
                .collect(Collectors.joining(" or "));
        String sent = Optional.ofNullable(other.getContentType())
                .map(type -> "not " + type.getType() + "/" + type.getSubtype())
                .orElse("and none was named");
        return of(new ApiProblem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "media-type",
                "this route takes " + taken + ", " + sent + "; nothing was kept. Send the same body with the header"
                        + " Content-Type: " + taken));
    }

    /** What Spring itself refuses: unknown routes, methods, media types, missing parameters. */
    @ExceptionHandler
    ResponseEntity<JsonObject> of(Exception failure) {
        if (failure instanceof ErrorResponse known) {
            HttpStatusCode status = known.getStatusCode();
            String type = status.value() == 404 ? "no-route" : "not-acceptable";
            return of(new ApiProblem(
                    HttpStatus.valueOf(status.value()),
                    type,
                    String.valueOf(known.getBody().getDetail())));
        }
        LOG.error("a request failed inside the gateway", failure);
        return of(new ApiProblem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "the gateway failed; its log says why"));
    }
}
