package io.provenant.gateway.security;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** Whoever holds a valid token and stands in the people file. */
public final class Caller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Person person;
    private final transient Jwt token;

    Caller(Person person, Jwt token) {
        super(authorities(person));
        this.person = person;
        this.token = token;
        setAuthenticated(true);
    }

    /** The person. */
    public Person person() {
        return person;
    }

    @Override
    public Object getCredentials() {
        return token;
    }

    @Override
    public Object getPrincipal() {
        return person;
    }

    @Override
    public String getName() {
        return person.alias();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Caller that && super.equals(other) && person.equals(that.person);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }

    private static Collection<GrantedAuthority> authorities(Person person) {
        return List.copyOf(person.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.code()))
                .toList());
    }
}
