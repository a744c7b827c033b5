package io.provenant.gateway;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Reads settings by name and remembers all that is wrong with them: a name that is missing, a value of another form, and
 * a name under {@code provenant} that nobody asked for. Environment variables have the same names in upper case, with
 * underscores.
 */
final class Settings {

    static final String PREFIX = "provenant.";

    private final ConfigurableEnvironment environment;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> known = new TreeSet<>();

    Settings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** The value of a setting that must be there; an empty text and a problem where it is not. */
    String text(String name) {
        return optional(name).orElseGet(() -> {
            problems.add(PREFIX + name + " is missing; set it in application.yaml or as " + variable(name));
            return "";
        });
    }

    Optional<String> optional(String name) {
        known.add(uniform(PREFIX + name));
        return Optional.ofNullable(environment.getProperty(PREFIX + name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** A list of words with commas between them; absent: empty. */
    List<String> texts(String name) {
        return optional(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    Path path(String name) {
        return path(name, text(name));
    }

    Optional<Path> optionalPath(String name) {
        return optional(name).map(value -> path(name, value));
    }

    <T> T parsed(String name, Function<String, T> parse, T instead) {
        String value = text(name);
        try {
            return value.isEmpty() ? instead : parse.apply(value);
        } catch (IllegalArgumentException e) {
            problems.add(PREFIX + name + ": " + e.getMessage());
            return instead;
        }
    }

    <T extends Enum<T>> T oneOf(String name, Class<T> values, T instead) {
        String value = text(name).toUpperCase(Locale.ROOT);
        for (T candidate : values.getEnumConstants()) {
            if (candidate.name().equals(value)) {
                return candidate;
            }
        }
        if (!value.isEmpty()) {
            problems.add(PREFIX + name + " is one of " + List.of(values.getEnumConstants()) + " in lower case, not \""
                    + value.toLowerCase(Locale.ROOT) + "\"");
        }
        return instead;
    }

    /** The items of a list, each read under its own prefix, such as {@code logs[0].}. */
    <T> List<T> list(String name, String member, Function<String, T> read) {
        known.add(uniform(PREFIX + name)); // the empty list of application.yaml
        List<T> items = new ArrayList<>();
        String prefix = name + "[0].";
        while (optional(prefix + member).isPresent()) {
            items.add(read.apply(prefix));
            prefix = name + "[" + items.size() + "].";
        }
        return items;
    }

    void problem(String problem) {
        problems.add(problem);
    }

    /** All that is wrong, names that nobody asked for included. */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> some) {
                for (String name : some.getPropertyNames()) {
                    if (uniform(name).startsWith(uniform(PREFIX)) && !known.contains(uniform(name))) {
                        all.add(name
                                + " is no setting; known are the names in the application.yaml of the documentation");
                    }
                }
            }
        }
        return List.copyOf(new TreeSet<>(all));
    }

    static String variable(String name) {
        return (PREFIX + name)
                .toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replaceAll("[.\\[]", "_")
                .replace("]", "");
    }

    private Path path(String name, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            problems.add(PREFIX + name + " is no path: " + e.getReason());
            return Path.of("");
        }
    }

    // provenant.data-dir, provenant.dataDir and PROVENANT_DATADIR are one name.
    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
