package io.provenant.testing;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.canonical.StrictJsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The default sections that the gateway app ships, read as the data they are: the chaincode knows no defaults. */
public final class DefaultRules {

    private static final Path FILE =
            Path.of("gateway-app", "server", "src", "main", "resources", "rules", "default.json");

    private DefaultRules() {}

    /** The sections by name. */
    public static JsonObject sections() {
        try {
            JsonObject sections = JsonObject.empty();
            byte[] file = Files.readAllBytes(
                    Path.of(System.getProperty("project.root", ".")).resolve(FILE));
            for (JsonObject section : ((JsonArray) StrictJsonReader.parse(file)).objects()) {
                sections = sections.with(section.text("name"), section.value("value"));
            }
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of one section. */
    public static JsonValue section(String name) {
        return sections().value(name);
    }
}
