package io.provenant.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkOptionsTest {

    @TempDir
    private Path folder;

    @Test
    void collections_that_were_given_once_are_those_of_every_later_command() throws IOException {
        Path given = Files.writeString(folder.resolve("given.json"), "[]");

        options("--collections", given.toString()).keepCollections();
        Files.delete(given);

        assertThat(options().collections().orElseThrow()).hasContent("[]");
        options().keepCollections();
        assertThat(folder).isDirectoryNotContaining("glob:**.next");
    }

    private NetworkOptions options(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--folder", folder.toString()));
        arguments.addAll(List.of(more));
        return NetworkOptions.parse(arguments);
    }
}
