package io.provenant.gateway.security;

import io.provenant.command.CommandSpec;
import io.provenant.command.Who;
import io.provenant.ledger.Role;
import java.util.List;
import java.util.Optional;

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
            return some.roles().stream().filter(person.roles()::contains).toList();
        }
        return person.roles();
    }
}
