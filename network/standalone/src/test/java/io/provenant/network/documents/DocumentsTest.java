package io.provenant.network.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents point at is there: a reader who follows them finds it. */
class DocumentsTest {

    private static final Path ROOT = Path.of(System.getProperty("project.root", "../.."));

    @TempDir
    Path folder;

    @Test
    void every_link_leads_to_a_file() throws IOException {
        assertThat(documents())
                .hasSizeGreaterThan(20)
                .flatExtracting(Document::brokenLinks)
                .isEmpty();
    }

    @Test
    void every_test_that_is_named_is_in_the_tree() throws IOException {
        Set<String> tests = tests();

        assertThat(documents())
                .flatExtracting(document -> document.missingTests(tests))
                .isEmpty();
    }

    @Test
    void every_script_that_is_named_is_in_the_tree() throws IOException {
        assertThat(documents())
                .flatExtracting(document -> document.missingScripts(ROOT))
                .isEmpty();
    }

    @Test
    void no_two_decisions_have_the_same_number() throws IOException {
        assertThat(markdown(ROOT.resolve("docs/decisions")))
                .extracting(file -> file.getFileName().toString().substring(0, 4))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_not_there_is_seen() throws IOException {
        Files.createFile(folder.resolve("there.md"));
        Path page = folder.resolve("page.md");
        Document document = new Document(page, """
                [a](there.md) [b](there.md#part) [c](gone.md) [d](gone.md#part) [e](https://example.org/x) [f](#part)
                MarketTest#founds, GoneTest and `StartIT`; COMMIT and an AUDIT are none.
                Run `scripts/gone --help`, then scripts/other.
                """);
        Files.createDirectories(folder.resolve("scripts"));
        Files.createFile(folder.resolve("scripts/other"));

        assertThat(document.brokenLinks()).containsExactly(page + " links to gone.md");
        assertThat(document.missingTests(Set.of("MarketTest")))
                .containsExactly(page + " names the test GoneTest", page + " names the test StartIT");
        assertThat(document.missingScripts(folder)).containsExactly(page + " names scripts/gone");
    }

    private static List<Document> documents() throws IOException {
        List<Path> files = new ArrayList<>(markdown(ROOT.resolve("docs")));
        files.add(ROOT.resolve("README.md"));
        files.add(ROOT.resolve("network/embedded/README.md"));
        List<Document> documents = new ArrayList<>();
        for (Path file : files) {
            documents.add(Document.read(file));
        }
        return documents;
    }

    private static List<Path> markdown(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> tests() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String part : List.of("chaincode", "gateway-app", "network")) {
            try (Stream<Path> modules = Files.list(ROOT.resolve(part))) {
                for (Path sources : modules.map(module -> module.resolve("src/test/java"))
                        .filter(Files::isDirectory)
                        .toList()) {
                    names.addAll(classes(sources));
                }
            }
        }
        return names;
    }

    private static Set<String> classes(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
