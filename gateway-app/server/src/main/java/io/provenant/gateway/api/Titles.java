package io.provenant.gateway.api;

import io.provenant.ledger.ReasonCode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The short, constant title of each type of problem: the meaning of its reason code, or that of a gateway condition. */
final class Titles {

    private static final Map<String, String> CONDITIONS = Map.ofEntries(
            Map.entry("conflict", "The records changed while this was decided, several times"),
            Map.entry("unavailable", "Nothing was sent: the ledger cannot be reached"),
            Map.entry("unauthorised", "Not authorised"),
            Map.entry("not-json", "The request is not strict JSON"),
            Map.entry("not-acceptable", "The request does not fit this route"),
            Map.entry("too-large", "The request is too large"),
            Map.entry("NOT_VISIBLE", "It exists, and is not yours to see"),
            Map.entry("NOT_INDEXED", "On the ledger, and not indexed here yet"),
            Map.entry("idempotency-key", "The idempotency key was used for another request"),
            Map.entry("internal", "The gateway failed"));

    private Titles() {}

    static String of(String type) {
        return code(type).map(ReasonCode::meaning).orElseGet(() -> CONDITIONS.getOrDefault(type, type));
    }

    static boolean isReasonCode(String type) {
        return code(type).isPresent();
    }

    private static Optional<ReasonCode> code(String type) {
        return Arrays.stream(ReasonCode.values())
                .filter(code -> code.name().equals(type))
                .findFirst();
    }
}
