package io.provenant.gateway.api;

import io.provenant.command.CommandSpec;
import io.provenant.command.CommandTable;
import io.provenant.command.Who;
import io.provenant.ledger.ReasonCode;
import io.provenant.ledger.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI 3.1 document: what stands in {@code openapi.json} by hand, one operation for each row of the command
 * table, three for each type of record, and every type of problem.
 */
public final class OpenApi {

    private static final ObjectMapper JSON = JsonMapper.shared();

    private final String document;

    /** The document of these commands and records. */
    public OpenApi(CommandTable commands, RecordKinds kinds) {
        ObjectNode root = base();
        ObjectNode paths = (ObjectNode) root.get("paths");
        for (CommandSpec spec : commands.specs()) {
            if (!CommandController.ELSEWHERE.containsKey(spec.name())) {
                paths.putObject(path(spec.name())).set("post", operation(spec));
            }
        }
        kinds.all().forEach(kind -> RecordPaths.add(paths, kind));
        paths.forEach(OpenApi::mayLackWhatItNeeds);
        paths.forEach(OpenApi::mayComeAsAnotherType);
        ObjectNode schemas = (ObjectNode) root.get("components").get("schemas");
        reasons(schemas.putObject("ReasonCode"));
        types((ArrayNode) schemas.get("Problem").get("properties").get("type").get("enum"));
        this.document = root.toPrettyString();
    }

    /** The document as JSON text. */
    public String document() {
        return document;
    }

    // Issuer, database and disk serve every route that is documented with a problem of its own.
    private static void mayLackWhatItNeeds(JsonNode path) {
        path.forEach(operation -> {
            if (operation.get("responses") instanceof ObjectNode responses && responses.has("401")) {
                responses.putObject("503").put("$ref", "#/components/responses/Problem");
            }
        });
    }

    private static void mayComeAsAnotherType(JsonNode path) {
        path.forEach(operation -> {
            if (operation.has("requestBody")) {
                ((ObjectNode) operation.get("responses"))
                        .putObject("415")
                        .put("$ref", "#/components/responses/Problem");
            }
        });
    }

    /** The path of a command: {@code usage:request} stands at {@code /commands/usage/request}. */
    static String path(String command) {
        return "/api/v1/commands/" + command.replace(':', '/');
    }

    private static ObjectNode base() {
        try (InputStream in = OpenApi.class.getResourceAsStream("/openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is not on the class path");
            }
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.json cannot be read", e);
        }
    }

    private static ObjectNode operation(CommandSpec spec) {
        ObjectNode operation = JSON.createObjectNode();
        operation.put("operationId", spec.name().replace(':', '_'));
        operation.putArray("tags").add("commands");
        operation.put("summary", spec.summary());
        operation.put("description", description(spec));
        ArrayNode parameters = operation.putArray("parameters");
        parameters.addObject().put("$ref", "#/components/parameters/IdempotencyKey");
        parameters.addObject().put("$ref", "#/components/parameters/ActAs");
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        ObjectNode schema =
                body.putObject("content").putObject("application/json").putObject("schema");
        schema.put("type", "object").put("additionalProperties", false);
        schema.putArray("required").add("body");
        ObjectNode properties = schema.putObject("properties");
        properties.set("body", JSON.readTree(spec.body().schema().canonical()));
        properties.putObject("actor").put("$ref", "#/components/schemas/Actor");
        operation.set("responses", responses());
        return operation;
    }

    private static ObjectNode responses() {
        ObjectNode responses = JSON.createObjectNode();
        responses.putObject("201").put("$ref", "#/components/responses/Committed");
        responses.putObject("202").put("$ref", "#/components/responses/Indeterminate");
        for (String status : List.of("400", "401", "403", "404", "409", "413", "422", "503")) {
            responses.putObject(status).put("$ref", "#/components/responses/Problem");
        }
        return responses;
    }

    /** What the row of the command table says, in words. */
    public static String description(CommandSpec spec) {
        StringBuilder text =
                new StringBuilder("Sent by: ").append(senders(spec.who())).append('.');
        if (spec.restrictive()) {
            text.append(" A restriction: reads nothing that the restricted party can write.");
        }
        if (spec.idempotent()) {
            text.append(" Sent again, it gives the same answer and writes nothing.");
        }
        spec.step()
                .ifPresent(step -> text.append(" State: ")
                        .append(step.from().isEmpty() ? "none" : String.join(" or ", step.from()))
                        .append(" to ")
                        .append(step.to().isEmpty() ? "written" : step.to())
                        .append('.'));
        return text.toString();
    }

    private static String senders(Who who) {
        if (who instanceof Who.OneOf some) {
            return some.roles().stream().map(Role::code).collect(Collectors.joining(", "));
        }
        return who instanceof Who.AnyParty ? "any role of an active party" : "any certificate of the channel";
    }

    private static void reasons(ObjectNode schema) {
        schema.put("type", "string");
        ArrayNode codes = schema.putArray("enum");
        Arrays.stream(ReasonCode.values()).forEach(code -> codes.add(code.name()));
        schema.put(
                "description",
                Arrays.stream(ReasonCode.values())
                        .map(code ->
                                "`" + code.name() + "`: " + code.meaning() + ". What to do: " + code.remedy() + ".")
                        .collect(Collectors.joining("\n\n")));
    }

    private static void types(ArrayNode types) {
        Arrays.stream(ReasonCode.values()).forEach(code -> types.add(Titles.TYPE + code.name()));
        Titles.conditions().keySet().forEach(condition -> types.add(Titles.TYPE + condition));
    }
}
