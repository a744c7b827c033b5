package io.provenant.gateway.security;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.ledger.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one pinned file that says who may act as what: {@code {"v":1,"people":[{"subject","alias","roles":[…]}]}}. A
 * token proves who somebody is; what he may do stands here alone, whatever the token claims.
 */
public final class PeopleFile {

    private static final Pattern ALIAS = Pattern.compile("[a-z0-9]{8,32}");

    private final Map<String, Person> bySubject;

    private PeopleFile(Map<String, Person> bySubject) {
        this.bySubject = bySubject;
    }

    /** Reads the file; {@link IllegalArgumentException} says which line of it is wrong. */
    public static PeopleFile read(Path file) {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the people file " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the people file " + file + ": " + e.getMessage(), e);
        }
    }

    static PeopleFile parse(String json) {
        JsonObject file = StrictJsonReader.parseObject(json);
        if (file.integer("v") != 1) {
            throw new IllegalArgumentException("version " + file.integer("v") + ", expected 1");
        }
        return new PeopleFile(file.objects("people").stream()
                .map(PeopleFile::person)
                .collect(Collectors.toUnmodifiableMap(Person::subject, person -> person, PeopleFile::twice)));
    }

    /** The person with this subject, or nothing: a valid token of a stranger. */
    public Optional<Person> person(String subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    /** All of them, by subject. */
    public List<Person> all() {
        return bySubject.values().stream()
                .sorted(Comparator.comparing(Person::subject))
                .toList();
    }

    private static Person person(JsonObject row) {
        String alias = row.text("alias");
        if (!ALIAS.matcher(alias).matches()) {
            throw new IllegalArgumentException("alias \"" + alias + "\" is not 8 to 32 of a-z and 0-9");
        }
        List<Role> roles = row.texts("roles").stream().map(PeopleFile::role).toList();
        return new Person(row.text("subject"), alias, roles);
    }

    private static Role role(String code) {
        return Role.of(code).orElseThrow(() -> new IllegalArgumentException("no such role: " + code));
    }

    private static Person twice(Person first, Person second) {
        throw new IllegalArgumentException("subject \"" + first.subject() + "\" stands there twice");
    }
}
