package io.provenant.network.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A document in Markdown, and what it names that its reader expects to find in the tree. */
record Document(Path file, String text) {

    private static final Pattern LINK = Pattern.compile("(?<=]\\()[^)\\s#]+(?=[)#\\s])");
    private static final Pattern TEST = Pattern.compile("\\b[A-Z][A-Za-z0-9]*[a-z0-9](?:Test|IT)\\b");
    private static final Pattern SCRIPT = Pattern.compile("(?<![\\w/])scripts/\\w+(?:[./-]\\w+)*");

    static Document read(Path file) throws IOException {
        return new Document(file, Files.readString(file, StandardCharsets.UTF_8));
    }

    /** The files that it links to and that are not there. */
    List<String> brokenLinks() {
        return all(LINK)
                .filter(link -> !link.contains(":"))
                .filter(link -> !Files.exists(file.resolveSibling(link)))
                .map(link -> file + " links to " + link)
                .toList();
    }

    /** The test classes that it names and that are none of these. */
    List<String> missingTests(Set<String> known) {
        return all(TEST)
                .filter(name -> !known.contains(name))
                .map(name -> file + " names the test " + name)
                .toList();
    }

    /** The scripts that it names and that are not there. */
    List<String> missingScripts(Path root) {
        return all(SCRIPT)
                .filter(script -> !Files.exists(root.resolve(script)))
                .map(script -> file + " names " + script)
                .toList();
    }

    private Stream<String> all(Pattern pattern) {
        return pattern.matcher(text).results().map(found -> found.group()).distinct();
    }
}
