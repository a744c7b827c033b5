package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields that a refusal's message names, each under the code whose sentence names it (domain 3a.1). */
final class RefusalFields {

    private static final Pattern FIELD = Pattern.compile(" field=(/\\S*?)(?=;? |;?$)");

    private RefusalFields() {}

    static List<JsonObject> of(List<String> codes, String message) {
        List<JsonObject> fields = new ArrayList<>();
        for (String code : codes) {
            Optional<String> meaning = ReasonCode.of(code).map(ReasonCode::meaning);
            meaning.ifPresent(sentence -> collect(code, sentence, message, fields));
        }
        return fields;
    }

    private static void collect(String code, String sentence, String message, List<JsonObject> fields) {
        for (int at = message.indexOf(sentence); at >= 0; at = message.indexOf(sentence, at + 1)) {
            int from = at + sentence.length();
            int end = message.indexOf("; ", from);
            Matcher field = FIELD.matcher(message.substring(from, end < 0 ? message.length() : end));
            if (field.find()) {
                fields.add(ApiProblem.error(field.group(1), code));
            }
        }
    }
}
