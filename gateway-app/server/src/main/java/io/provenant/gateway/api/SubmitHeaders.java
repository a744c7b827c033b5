package io.provenant.gateway.api;

import io.provenant.ledger.Role;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The two headers of a submitted command: the role to act in, and the key that makes sending it again harmless. */
record SubmitHeaders(Optional<Role> role, UUID idempotencyKey) {

    private static final String ACT_AS = "Pvn-Act-As";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    static SubmitHeaders read(HttpHeaders headers) {
        Optional<String> key = Optional.ofNullable(headers.getFirst(IDEMPOTENCY_KEY));
        return new SubmitHeaders(
                Optional.ofNullable(headers.getFirst(ACT_AS)).map(SubmitHeaders::role),
                key.map(SubmitHeaders::uuid).orElseGet(UUID::randomUUID));
    }

    private static Role role(String code) {
        return Role.of(code).orElseThrow(() -> malformed("Pvn-Act-As names no role: " + printable(code)));
    }

    private static UUID uuid(String text) {
        try {
            UUID key = UUID.fromString(text);
            if (key.toString().equalsIgnoreCase(text)) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw malformed("Idempotency-Key is no UUID: " + printable(text));
        }
        throw malformed("Idempotency-Key is no UUID: " + printable(text));
    }

    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?").substring(0, Math.min(80, text.length()));
    }

    private static ApiProblem malformed(String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "not-acceptable", detail);
    }
}
