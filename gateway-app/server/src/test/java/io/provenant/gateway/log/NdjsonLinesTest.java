package io.provenant.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NdjsonLinesTest {

    @Test
    void numbers_lines_over_blank_ones_and_needs_no_last_line_feed() throws IOException {
        assertThat(read("a\n\n \t\r\nb\r\n\nc", new IntakeLimits(9, 9, 99))).containsExactly("1:a", "4:b\r", "6:c");
    }

    @Test
    void a_long_line_is_marked_and_the_next_one_is_whole() throws IOException {
        assertThat(read("123456\n123\n", new IntakeLimits(5, 9, 99))).containsExactly("1:too long", "2:123");
    }

    @Test
    void limits_of_lines_and_bytes_are_exact() throws IOException {
        assertThat(read("a\nb\n", new IntakeLimits(9, 2, 4))).hasSize(2);
        assertThatThrownBy(() -> read("a\nb\nc", new IntakeLimits(9, 2, 99)))
                .isInstanceOf(FileTooLongException.class)
                .hasMessageContaining("2 lines");
        assertThatThrownBy(() -> read("a\nb\n", new IntakeLimits(9, 9, 3)))
                .isInstanceOf(FileTooLongException.class)
                .hasMessageContaining("3 bytes");
    }

    private static List<String> read(String text, IntakeLimits limits) throws IOException {
        NdjsonLines lines = new NdjsonLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limits);
        List<String> read = new ArrayList<>();
        for (NdjsonLines.Line line = lines.next(); line != null; line = lines.next()) {
            String said = new String(line.bytes().bytes(), StandardCharsets.UTF_8);
            read.add(line.number() + ":" + (line.tooLong() ? "too long" : said));
        }
        return read;
    }
}
