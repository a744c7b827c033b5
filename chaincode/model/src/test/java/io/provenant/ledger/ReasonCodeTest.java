package io.provenant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every reason that a built command can give has a test that provokes it: a check of the sources. */
class ReasonCodeTest {

    private static final Path MODEL = Path.of(System.getProperty("project.root", "."), "chaincode", "model", "src");
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{2,}");
    private static final String SUSPENDED = "SUSPENDED_BY_";

    // What belongs to records of a later layer: no command of this version gives it.
    private static final List<String> LATER = List.of("NOT_CONSENT_BASED");

    @Test
    void every_code_that_a_command_gives_appears_in_a_test() {
        Set<String> rules = words("main", "ReasonCode.java");
        Set<String> tests = words("test", "ReasonCodeTest.java");
        List<String> given = codes().filter(rules::contains).toList();

        assertThat(given).hasSizeGreaterThan(70);
        assertThat(given)
                .as("codes that no test names")
                .filteredOn(code -> !tests.contains(code))
                .filteredOn(
                        code -> !(code.startsWith(SUSPENDED) && tests.contains(SUSPENDED))) // with the kind appended
                .isEmpty();
    }

    @Test
    void every_code_is_given_by_a_command_or_belongs_to_a_later_layer() {
        Set<String> rules = words("main", "ReasonCode.java");

        assertThat(codes().filter(code -> !rules.contains(code))).containsExactlyElementsOf(LATER);
    }

    @Test
    void every_code_says_in_one_sentence_of_printable_ascii_what_it_means_and_what_to_do() {
        assertThat(ReasonCode.values()).allSatisfy(code -> {
            assertThat(code.meaning()).matches("[ -~]{5,200}").doesNotContain("; ".repeat(2));
            assertThat(code.remedy()).matches("[ -~]{5,200}");
        });
    }

    @Test
    void a_code_is_found_by_its_name() {
        assertThat(ReasonCode.of("LIST_BLACK")).contains(ReasonCode.LIST_BLACK);
        assertThat(ReasonCode.of("list_black")).isEmpty();
    }

    private static Stream<String> codes() {
        return Arrays.stream(ReasonCode.values()).map(Enum::name);
    }

    private static Set<String> words(String set, String butThis) {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MODEL.resolve(set).resolve("java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith(butThis))
                    .flatMap(file -> WORD.matcher(read(file)).results())
                    .forEach(word -> words.add(word.group()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
