package io.provenant.gateway.security;

import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/**
 * Which tokens are good: signed by a key of the one issuer with an asymmetric algorithm, for this gateway alone, inside
 * their time (RFC 7519, RFC 9068). The issuer is asked for its keys at the first token, so the gateway starts without it.
 */
final class AcceptedTokens {

    private static final Duration SKEW = Duration.ofSeconds(30);

    private AcceptedTokens() {}

    static JwtDecoder decoder(TokenIssuer issuer) {
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = issuer.keys()
                    .map(keys -> NimbusJwtDecoder.withJwkSetUri(keys.toString()))
                    .orElseGet(() ->
                            NimbusJwtDecoder.withIssuerLocation(issuer.url().toString()))
                    .jwsAlgorithms(algorithms -> algorithms.addAll(List.of(
                            SignatureAlgorithm.ES256,
                            SignatureAlgorithm.ES384,
                            SignatureAlgorithm.PS256,
                            SignatureAlgorithm.RS256)))
                    .build();
            decoder.setJwtValidator(validator(issuer));
            return decoder;
        });
    }

    private static OAuth2TokenValidator<Jwt> validator(TokenIssuer issuer) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW),
                new JwtIssuerValidator(issuer.url().toString()),
                token -> check(token.getExpiresAt() != null, "a token has an end"),
                token -> check(
                        token.getAudience() != null && token.getAudience().equals(List.of(issuer.audience())),
                        "a token is for this gateway alone"));
    }

    private static OAuth2TokenValidatorResult check(boolean holds, String rule) {
        return holds
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", rule, null));
    }
}
