package io.provenant.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.dispatch.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference pages under {@code docs} say what the tables say; {@code provenant describe} prints them anew. */
final class ReferencePagesTest {

    private static final Path DOCS = Path.of("..", "..", "docs");

    @Test
    void the_page_of_commands_is_what_the_command_table_says() throws IOException {
        assertThat(page("commands.md")).isEqualTo(DescribeCommand.commands(Commands.all()));
    }

    @Test
    void the_page_of_reason_codes_is_what_the_table_of_codes_says() throws IOException {
        assertThat(page("reasons.md")).isEqualTo(DescribeCommand.reasons());
    }

    private static String page(String name) throws IOException {
        return Files.readString(DOCS.resolve(name), StandardCharsets.UTF_8);
    }
}
