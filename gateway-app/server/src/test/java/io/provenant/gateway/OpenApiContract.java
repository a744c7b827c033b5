package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds answers against the OpenAPI document: the path, the status, the media type and the schema of the body. */
final class OpenApiContract {

    private final JsonNode document;

    OpenApiContract(String json) {
        this.document = JsonMapper.shared().readTree(json);
    }

    JsonNode document() {
        return document;
    }

    void check(HttpResponse<byte[]> response) {
        String path = response.uri().getRawPath();
        Optional<String> template = template(path);
        if (template.isEmpty()) {
            assertThat(response.statusCode()).as("undocumented path " + path).isIn(400, 401, 404);
            return;
        }
        String method = response.request().method().toLowerCase(java.util.Locale.ROOT);
        JsonNode operation = document.path("paths").path(template.get()).path(method);
        if (operation.isMissingNode()) {
            assertThat(response.statusCode())
                    .as("undocumented " + method + " " + path)
                    .isIn(404, 405);
            return;
        }
        JsonNode answer = resolve(operation.path("responses").path(String.valueOf(response.statusCode())));
        assertThat(answer.isMissingNode())
                .as(method + " " + template.get() + " documents " + response.statusCode())
                .isFalse();
        String type = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        JsonNode content = answer.path("content").path(type);
        assertThat(content.isMissingNode())
                .as(template.get() + " " + response.statusCode() + " documents " + type)
                .isFalse();
        if (type.endsWith("json") && !template.get().endsWith("openapi.json")) {
            List<String> faults = new ArrayList<>();
            check(content.path("schema"), JsonMapper.shared().readTree(response.body()), "", faults);
            assertThat(faults)
                    .as(method + " " + path + " " + response.statusCode())
                    .isEmpty();
        }
    }

    /** The most specific documented path that fits. */
    private Optional<String> template(String path) {
        List<String> fitting = new ArrayList<>();
        for (String candidate : document.path("paths").propertyNames()) {
            String regex = candidate.endsWith("{tile}")
                    ? pattern(candidate.substring(0, candidate.length() - 6)) + ".+"
                    : pattern(candidate);
            if (path.matches(regex)) {
                fitting.add(candidate);
            }
        }
        return fitting.stream().min(java.util.Comparator.comparingInt(c -> c.split("\\{", -1).length));
    }

    private static String pattern(String template) {
        return Pattern.compile("\\{[^}]+}")
                .splitAsStream(template + " ")
                .map(Pattern::quote)
                .collect(Collectors.joining("[^/]+"))
                .replace(" \\E", "\\E");
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : document.at(reference.asString().substring(1));
    }

    private void check(JsonNode given, JsonNode value, String at, List<String> faults) {
        JsonNode schema = resolve(given);
        type(schema, value, at, faults);
        if (schema.has("enum") && !schema.path("enum").valueStream().anyMatch(value::equals)) {
            faults.add(at + " is " + value + ", not in the enum");
        }
        if (schema.has("const") && !schema.path("const").equals(value)) {
            faults.add(at + " is " + value);
        }
        if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").asString())
                        .matcher(value.asString())
                        .find()) {
            faults.add(at + " does not match " + schema.path("pattern"));
        }
        if (value.isObject()) {
            object(schema, value, at, faults);
        }
        for (int i = 0; value.isArray() && schema.has("items") && i < value.size(); i++) {
            check(schema.path("items"), value.get(i), at + "/" + i, faults);
        }
    }

    private void object(JsonNode schema, JsonNode value, String at, List<String> faults) {
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.asString())) {
                faults.add(at + "/" + name.asString() + " is missing");
            }
        }
        for (String name : value.propertyNames()) {
            JsonNode member = schema.path("properties").path(name);
            if (!member.isMissingNode()) {
                check(member, value.path(name), at + "/" + name, faults);
            } else if (schema.path("additionalProperties").isBoolean()) {
                faults.add(at + "/" + name + " is undocumented");
            }
        }
    }

    private static void type(JsonNode schema, JsonNode value, String at, List<String> faults) {
        boolean fits = switch (schema.path("type").asString("")) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "" -> true;
            default -> fail("unknown type " + schema);
        };
        if (!fits) {
            faults.add(at + " is no " + schema.path("type").asString());
        }
    }
}
