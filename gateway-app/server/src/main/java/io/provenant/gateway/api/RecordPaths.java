package io.provenant.gateway.api;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The three paths of a type of record in the OpenAPI document. */
final class RecordPaths {

    private RecordPaths() {}

    static void add(ObjectNode paths, RecordKinds.Kind kind) {
        String name = kind.docType();
        ObjectNode list = get(paths, kind.path(), kind, "list" + name, "All " + name + " records, by key", "Records");
        kind.relations()
                .keySet()
                .forEach(parameter -> parameter(list, parameter, "query", false, "only those of this " + parameter));
        part(list);
        String one = kind.path() + "/{id}";
        id(get(paths, one, kind, "get" + name, "A " + name + " as it is", "Record"), kind);
        ObjectNode history = get(
                paths,
                one + "/history",
                kind,
                "history" + name,
                "All states of a " + name + ", newest first",
                "Records");
        id(history, kind);
        part(history);
    }

    private static ObjectNode get(
            ObjectNode paths, String path, RecordKinds.Kind kind, String id, String summary, String schema) {
        ObjectNode operation = paths.putObject(path).putObject("get");
        operation.put("operationId", id);
        operation.putArray("tags").add("records").add(kind.area());
        operation.put("summary", summary);
        operation.putArray("parameters");
        ObjectNode responses = operation.putObject("responses");
        ObjectNode found = responses.putObject("200").put("description", "from the index");
        found.putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/" + schema);
        for (String status : List.of("400", "401", "403", "404")) {
            responses.putObject(status).put("$ref", "#/components/responses/Problem");
        }
        return operation;
    }

    private static void id(ObjectNode operation, RecordKinds.Kind kind) {
        parameter(operation, "id", "path", true, kind.keys() + ", slashes percent-encoded");
    }

    private static void part(ObjectNode operation) {
        for (String shared : List.of("Limit", "Cursor")) {
            operation.withArray("parameters").addObject().put("$ref", "#/components/parameters/" + shared);
        }
    }

    private static void parameter(ObjectNode operation, String name, String in, boolean required, String says) {
        ObjectNode parameter = operation.withArray("parameters").addObject();
        parameter.put("name", name).put("in", in).put("required", required).put("description", says);
        parameter.putObject("schema").put("type", "string");
    }
}
