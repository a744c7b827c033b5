package io.provenant.command;

import io.provenant.ledger.Role;
import java.util.List;

/** Who may send a command. */
public sealed interface Who {

    /** Any certificate of the channel, no party check. */
    record AnyCertificate() implements Who {}

    /** Any role of an active party. */
    record AnyParty() implements Who {}

    /** One of these roles; a key with several acts in the first that it holds. */
    record OneOf(List<Role> roles) implements Who {
        /** Copies the roles in. */
        public OneOf {
            roles = List.copyOf(roles);
        }
    }
}
