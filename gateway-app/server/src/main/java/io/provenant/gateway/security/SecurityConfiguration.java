package io.provenant.gateway.security;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Every route needs a token, but health, the OpenAPI document and the status page; no session, so no CSRF either. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration {

    /** The only filter chain. */
    @Bean
    public SecurityFilterChain filterChain(HttpSecurity http, PeopleFile people) throws Exception {
        TokenProblem problem = new TokenProblem();
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/api/v1/health", "/api/v1/openapi.json", "/api/v1/status", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.jwtAuthenticationConverter(token -> caller(token, people)))
                        .withObjectPostProcessor(answering(problem))
                        .authenticationEntryPoint(problem)
                        .accessDeniedHandler(problem))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problem).accessDeniedHandler(problem))
                .build();
    }

    // Spring's own handler turns an issuer that does not answer into a bare 500.
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answering(TokenProblem problem) {
        AuthenticationEntryPointFailureHandler handler = new AuthenticationEntryPointFailureHandler(problem);
        handler.setRethrowAuthenticationServiceException(false);
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(handler);
                return filter;
            }
        };
    }

    /** The checks of a token. */
    @Bean
    public JwtDecoder jwtDecoder(TokenIssuer issuer) {
        return AcceptedTokens.decoder(issuer);
    }

    /** Refuses what is odd in a path, but for the percent-encoded slashes of an origin. */
    @Bean
    public HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedPercent(
                true); // Tomcat leaves %2F as it is, and every id in a path has a form of its own
        return firewall;
    }

    /** What the firewall refuses is a problem document too. */
    @Bean
    public RequestRejectedHandler rejected() {
        return (request, response, failure) ->
                TokenProblem.write(response, 400, "not-acceptable", "the path or a header holds what no route takes");
    }

    private static Caller caller(Jwt token, PeopleFile people) {
        return Optional.ofNullable(token.getSubject())
                .flatMap(people::person)
                .map(person -> new Caller(person, token))
                .orElseThrow(() -> new InvalidBearerTokenException("the subject is not in the people file"));
    }
}
