package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.provenant.command.CommandSpec;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.RecordTypes;
import io.provenant.gateway.api.RecordKinds;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.ReasonCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The document and the running gateway agree; that each answer fits its schema, every other test of a route checks. */
class OpenApiTest {

    private static final Set<String> READ_ONLY = Set.of("attest", "ledger:describe", "document:deposit");

    @TempDir
    static Path folder;

    @AutoClose
    private static TestGateway gateway;

    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        gateway = new TestGateway(folder);
        document = gateway.contract().document();
    }

    @Test
    void every_route_that_is_served_is_documented_and_nothing_else_is() {
        Set<String> served = new TreeSet<>();
        gateway.app
                .bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues()
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> served.addAll(expanded(verb.name(), pattern)))));

        Set<String> documented = new TreeSet<>();
        document.path("paths")
                .forEachEntry((path, operations) -> operations
                        .propertyNames()
                        .forEach(verb -> documented.add(verb.toUpperCase(java.util.Locale.ROOT) + " " + path)));

        assertThat(documented).containsExactlyElementsOf(served);
    }

    @Test
    void every_command_of_the_table_has_a_route_with_its_shape() {
        for (CommandSpec spec : Commands.all().specs()) {
            JsonNode body = document.path("paths")
                    .path("/api/v1/commands/" + spec.name().replace(':', '/'))
                    .at("/post/requestBody/content/application~1json/schema/properties/body");
            assertThat(body.isMissingNode()).as(spec.name()).isEqualTo(READ_ONLY.contains(spec.name()));
            if (!body.isMissingNode()) {
                assertThat(body.path("properties").size())
                        .isEqualTo(spec.body().fields().size());
            }
        }
    }

    @Test
    void every_type_of_record_of_the_model_is_read_somewhere() {
        Map<String, String> kinds = new RecordKinds()
                .all().stream().collect(Collectors.toMap(RecordKinds.Kind::type, RecordKinds.Kind::docType));

        assertThat(kinds)
                .containsAllEntriesOf(
                        RecordTypes.all().stream().collect(Collectors.toMap(EntryType::code, EntryType::docType)));
    }

    @Test
    void every_reason_code_is_a_documented_type_of_problem() {
        List<String> types = document.at("/components/schemas/Problem/properties/type/enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();

        assertThat(types)
                .containsAll(Arrays.stream(ReasonCode.values())
                        .map(code -> "urn:pvn:problem:" + code)
                        .toList())
                .contains("urn:pvn:problem:conflict", "urn:pvn:problem:NOT_INDEXED", "urn:pvn:problem:unauthorised");
    }

    private static List<String> expanded(String verb, String pattern) {
        String path = pattern.replace("{*tile}", "{tile}");
        Stream<String> paths = Stream.of(path);
        if (path.startsWith("/api/v1/commands/{noun}")) {
            paths = Commands.all().specs().stream()
                    .map(CommandSpec::name)
                    .filter(name -> name.contains(":") && !READ_ONLY.contains(name))
                    .map(name -> "/api/v1/commands/" + name.replace(':', '/'));
        } else if (path.contains("{record}")) {
            paths = new RecordKinds().all().stream().map(kind -> path.replace("/api/v1/{area}/{record}", kind.path()));
        }
        return paths.map(each -> verb + " " + each).toList();
    }
}
