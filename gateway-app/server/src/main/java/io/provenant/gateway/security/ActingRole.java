package io.provenant.gateway.security;

import io.provenant.command.CommandSpec;
import io.provenant.command.Who;
import io.provenant.ledger.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In which of his roles a person sends a command: the one he names, else the first of the command's that he holds; a
 * hosted party's signed command is carried as {@code host.gateway}.
 */
public final class ActingRole {

    private ActingRole() {}

    /** The role, or nothing where he holds none that may. */
    public static Optional<Role> of(Person person, CommandSpec spec, boolean carriesSignature, Optional<Role> named) {
        List<Role> able = able(person, spec, carriesSignature);
        return named.isPresent() ? named.filter(able::contains) : able.stream().findFirst();
    }

    private static List<Role> able(Person person, CommandSpec spec, boolean carriesSignature) {
        if (carriesSignature) {
            return person.roles().stream().filter(Role.HOST_GATEWAY::equals).toList();
        }
        if (spec.who() instanceof Who.OneOf some) {
            return Stream.concat(some.roles().stream(), founding(spec))
                    .filter(person.roles()::contains)
                    .toList();
        }
        return person.roles();
    }

    // Before the market is founded its founders store the sections of its first rules (domain 3a.6).
    private static Stream<Role> founding(CommandSpec spec) {
        return spec.name().equals("rules:addSection") ? Stream.of(Role.MARKET_FOUNDER) : Stream.empty();
    }
}
