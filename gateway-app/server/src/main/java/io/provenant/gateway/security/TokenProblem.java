package io.provenant.gateway.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Tells a caller without a usable token so, as a problem document (RFC 9457); never why in detail (RFC 6750 3.1). */
final class TokenProblem implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(TokenProblem.class);
    private static final Duration LOG_PAUSE = Duration.ofMinutes(1);
    private static final Map<String, String> TITLES = Map.of(
            "unauthorised", "Not authorised",
            "issuer-unavailable", "The issuer of tokens cannot be asked for its keys",
            "not-acceptable", "The request does not fit this route");

    private final AtomicLong logDueNanos = new AtomicLong(System.nanoTime());

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            logAtTimes(failure);
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            write(
                    response,
                    503,
                    "issuer-unavailable",
                    "the issuer of tokens cannot be asked for its keys, so nobody can be let in; send it again later."
                            + " Your administrator: provenant doctor");
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(
                response,
                401,
                "unauthorised",
                "send a valid bearer token of a person in this organisation's people file");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        write(response, 403, "unauthorised", "this token may not do this here");
    }

    // Anybody can send tokens, so what each of them costs the log is bounded.
    private void logAtTimes(AuthenticationException failure) {
        long now = System.nanoTime();
        long due = logDueNanos.get();
        if (now - due >= 0 && logDueNanos.compareAndSet(due, now + LOG_PAUSE.toNanos())) {
            LOG.error(
                    "a token could not be checked, answered 503 and said here once a minute at most: {}",
                    NestedExceptionUtils.getMostSpecificCause(failure).toString());
        }
    }

    static void write(HttpServletResponse response, int status, String code, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        String body = "{\"type\":\"urn:pvn:problem:" + code + "\",\"title\":\"" + TITLES.getOrDefault(code, code)
                + "\",\"status\":" + status + ",\"detail\":\"" + detail + "\",\"codes\":[]}";
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
