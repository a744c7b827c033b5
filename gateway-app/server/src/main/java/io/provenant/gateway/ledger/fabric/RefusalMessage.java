package io.provenant.gateway.ledger.fabric;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A refusal by the chaincode as it reaches a client (domain 3a.1): {@code CODE[,CODE…]: text}, behind what the peer puts
 * in front of it.
 */
record RefusalMessage(List<String> codes, String message) {

    private static final Pattern FORM = Pattern.compile(
            "chaincode response 500, (?<message>(?<codes>[A-Z][A-Z0-9_]*(?:,[A-Z][A-Z0-9_]*)*): .*)", Pattern.DOTALL);

    RefusalMessage {
        codes = List.copyOf(codes);
    }

    /** The refusal in a peer's text, or nothing: a fault of the shim or the peer has no codes. */
    static Optional<RefusalMessage> in(String text) {
        Matcher found = FORM.matcher(text);
        return found.find()
                ? Optional.of(new RefusalMessage(List.of(found.group("codes").split(",")), found.group("message")))
                : Optional.empty();
    }
}
