package io.provenant.gateway.security;

import java.time.Duration;
import java.util.List;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/**
 * Which tokens are good: signed by a key of the one issuer with an asymmetric algorithm, for this gateway alone, inside
 * their time (RFC 7519, RFC 9068). The issuer is asked for its keys at the first token, so the gateway starts without it.
 */
final class AcceptedTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration SKEW = Duration.ofSeconds(30);

    private AcceptedTokens() {}

    static JwtDecoder decoder(TokenIssuer issuer) {
        SupplierJwtDecoder decoder = new SupplierJwtDecoder(() -> decoderOf(issuer));
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException e) {
                throw new JwtException("the issuer's discovery document cannot be read", e);
            }
        };
    }

    private static JwtDecoder decoderOf(TokenIssuer issuer) {
        NimbusJwtDecoder decoder = issuer.keys()
                .map(keys -> NimbusJwtDecoder.withJwkSetUri(keys.toString()))
                .orElseGet(
                        () -> NimbusJwtDecoder.withIssuerLocation(issuer.url().toString()))
                .restOperations(patient())
                .jwsAlgorithms(algorithms -> algorithms.addAll(List.of(
                        SignatureAlgorithm.ES256,
                        SignatureAlgorithm.ES384,
                        SignatureAlgorithm.PS256,
                        SignatureAlgorithm.RS256)))
                .build();
        decoder.setJwtValidator(validator(issuer));
        return decoder;
    }

    private static RestOperations patient() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        return new RestTemplate(requests);
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
