package io.provenant.ledger;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The message of a refusal, {@code CODE[,CODE…]: text} (domain 3a.1): codes ascending, each once; per code one fixed
 * sentence and its details. Only the message of an error response reaches a client.
 */
final class RefusalText {

    private static final int MAX_LENGTH = 512;

    private RefusalText() {}

    static String of(List<Reason> reasons) {
        List<Reason> sorted = reasons.stream()
                .sorted(Comparator.comparing((Reason reason) -> reason.code().name()))
                .toList();
        Set<String> codes = new LinkedHashSet<>();
        Set<String> sentences = new LinkedHashSet<>();
        for (Reason reason : sorted) {
            codes.add(reason.code().name());
            sentences.add(sentence(reason));
        }
        String text = ascii(String.join(",", codes) + ": " + String.join("; ", sentences));
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }

    private static String sentence(Reason reason) {
        return reason.code().meaning()
                + reason.details().stream()
                        .map(detail -> " " + detail.name() + "=" + detail.value())
                        .collect(Collectors.joining());
    }

    private static String ascii(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(c >= 0x20 && c <= 0x7e ? (char) c : '?'));
        return out.toString();
    }
}
