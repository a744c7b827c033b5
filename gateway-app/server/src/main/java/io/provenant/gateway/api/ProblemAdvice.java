package io.provenant.gateway.api;

import io.provenant.canonical.MalformedJsonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Every failure of a route as a problem document (RFC 9457). */
@RestControllerAdvice
public final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(ApiProblem problem) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status());
        if (problem.isWorthAnotherTry()) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(problem.document());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(MalformedJsonException malformed) {
        return of(new ApiProblem(HttpStatus.BAD_REQUEST, "not-json", String.valueOf(malformed.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(MaxUploadSizeExceededException tooLarge) {
        return of(new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "too-large", String.valueOf(tooLarge.getMessage())));
    }

    /** What Spring itself refuses: unknown routes, methods, media types, missing parameters. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(Exception failure) {
        if (failure instanceof ErrorResponse known) {
            HttpStatusCode status = known.getStatusCode();
            String type = status.value() == 404 ? "NOT_FOUND" : "not-acceptable";
            return of(new ApiProblem(
                    HttpStatus.valueOf(status.value()),
                    type,
                    String.valueOf(known.getBody().getDetail())));
        }
        LOG.error("a request failed inside the gateway", failure);
        return of(new ApiProblem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "the gateway failed; its log says why"));
    }
}
