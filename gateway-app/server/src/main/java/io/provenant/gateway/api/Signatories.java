package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.command.CommandSpec;
import io.provenant.command.Who;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.security.ActingRole;
import io.provenant.gateway.security.Person;
import io.provenant.ledger.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** In whose role certificate a person's command is signed. */
public final class Signatories {

    private final String ownPartyId;

    /** For the gateway of this party. */
    public Signatories(String ownPartyId) {
        this.ownPartyId = ownPartyId;
    }

    Signatory of(Person person, CommandSpec spec, Optional<JsonObject> actor, Optional<Role> named) {
        boolean carries = actor.flatMap(signed -> signed.get("partyId"))
                .filter(partyId -> !partyId.equals(new JsonString(ownPartyId)))
                .isPresent();
        return ActingRole.of(person, spec, carries, named)
                .map(role -> new Signatory(person.alias(), role))
                .orElseThrow(() -> lacksRole(person, spec, carries));
    }

    private static ApiProblem lacksRole(Person person, CommandSpec spec, boolean carries) {
        String needed = carries ? Role.HOST_GATEWAY.code() : needed(spec.who());
        return new ApiProblem(
                HttpStatus.FORBIDDEN,
                "unauthorised",
                spec.name() + " is sent as " + needed + "; you may act here as " + codes(person.roles())
                        + "; let a colleague with the role send it");
    }

    private static String needed(Who who) {
        return who instanceof Who.OneOf some ? codes(some.roles()) : "any role";
    }

    private static String codes(List<Role> roles) {
        return roles.isEmpty() ? "nobody" : roles.stream().map(Role::code).collect(Collectors.joining(" or "));
    }
}
