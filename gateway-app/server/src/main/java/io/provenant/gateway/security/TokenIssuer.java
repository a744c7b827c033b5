package io.provenant.gateway.security;

import java.net.URI;
import java.util.Optional;

/**
 * Who issues the tokens that are accepted here, and for whom.
 *
 * @param url as in the tokens' {@code iss}
 * @param audience the only {@code aud} of a good token
 * @param keys the issuer's JWK set; absent: as its discovery document says
 */
public record TokenIssuer(URI url, String audience, Optional<URI> keys) {}
