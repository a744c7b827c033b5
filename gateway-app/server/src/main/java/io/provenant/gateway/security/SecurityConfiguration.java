package io.provenant.gateway.security;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.SecurityFilterChain;

/** Every route needs a token, but health, the OpenAPI document and the status page; no session, so no CSRF either. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

    /** The only filter chain. */
    @Bean
    public SecurityFilterChain filterChain(HttpSecurity http, PeopleFile people) throws Exception {
        TokenProblem problem = new TokenProblem();
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**", "/api/v1/openapi.json", "/api/v1/status", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.jwtAuthenticationConverter(token -> caller(token, people)))
                        .authenticationEntryPoint(problem)
                        .accessDeniedHandler(problem))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problem).accessDeniedHandler(problem))
                .build();
    }

    private static Caller caller(Jwt token, PeopleFile people) {
        return Optional.ofNullable(token.getSubject())
                .flatMap(people::person)
                .map(person -> new Caller(person, token))
                .orElseThrow(() -> new InvalidBearerTokenException("the subject is not in the people file"));
    }
}
