package io.provenant.command;

import io.provenant.canonical.Digest;
import io.provenant.canonical.Digests;
import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All commands by name. */
public final class CommandTable {

    private final SortedMap<String, UseCase<?>> useCases;

    private CommandTable(SortedMap<String, UseCase<?>> useCases) {
        this.useCases = Collections.unmodifiableSortedMap(useCases);
    }

    /** The table of these use cases; two of one name are an {@link IllegalArgumentException}. */
    public static CommandTable of(List<UseCase<?>> useCases) {
        SortedMap<String, UseCase<?>> byName = new TreeMap<>();
        for (UseCase<?> useCase : useCases) {
            if (byName.put(useCase.spec().name(), useCase) != null) {
                throw new IllegalArgumentException(
                        "two use cases for " + useCase.spec().name());
            }
        }
        return new CommandTable(byName);
    }

    /** This table with one more use case. */
    public CommandTable with(UseCase<?> more) {
        List<UseCase<?>> all = new ArrayList<>(useCases.values());
        all.add(more);
        return of(all);
    }

    /** The use case of this command, or nothing. */
    public Optional<UseCase<?>> find(String name) {
        return Optional.ofNullable(useCases.get(name));
    }

    /** The rows, by name. */
    public List<CommandSpec> specs() {
        return useCases.values().stream().<CommandSpec>map(UseCase::spec).toList();
    }

    /** All use cases, by name. */
    public Collection<UseCase<?>> useCases() {
        return useCases.values();
    }

    /** SHA-256 of the table as JSON: two peers with equal hashes know the same commands and shapes. */
    public Digest hash(Digests digests) {
        JsonArray rows =
                new JsonArray(specs().stream().<JsonValue>map(CommandTable::row).toList());
        return digests.digest(rows.canonicalBytes());
    }

    private static JsonObject row(CommandSpec spec) {
        return JsonObject.empty()
                .with("command", spec.name())
                .withTexts("roles", roles(spec.who()))
                .with("restrictive", spec.restrictive())
                .with("idempotent", spec.idempotent())
                .with("evaluated", spec.evaluated())
                .with("body", spec.body().schema());
    }

    private static List<String> roles(Who who) {
        return who instanceof Who.OneOf some
                ? some.roles().stream().map(Role::code).toList()
                : List.of(who instanceof Who.AnyParty ? "any" : "certificate");
    }
}
