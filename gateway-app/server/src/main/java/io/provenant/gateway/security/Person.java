package io.provenant.gateway.security;

import io.provenant.ledger.Role;
import java.util.List;

/**
 * A person of this organisation.
 *
 * @param subject the {@code sub} of the organisation's identity provider
 * @param alias the random alias in the person's role certificates, kept when they are renewed (domain 3a.9)
 * @param roles what the person may act as here
 */
public record Person(String subject, String alias, List<Role> roles) {

    /** Copies the roles in. */
    public Person {
        roles = List.copyOf(roles);
    }
}
