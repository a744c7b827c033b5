package io.provenant.network.standalone.issuer;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** The issuer as a small web application of its own, on loopback. */
public final class DevelopmentIssuer implements AutoCloseable {

    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    private final ConfigurableApplicationContext context;
    private final String url;

    private DevelopmentIssuer(ConfigurableApplicationContext context, String url) {
        this.context = context;
        this.url = url;
    }

    /** Starts on this port with a new signing key. */
    public static DevelopmentIssuer start(int port, List<IssuedPerson> people) {
        String url = "http://127.0.0.1:" + port;
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.SERVLET)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("people", new People(people)))
                .properties(Map.of(
                        "server.address", "127.0.0.1",
                        "server.port", port,
                        "spring.main.banner-mode", "off",
                        "spring.config.name", "development-issuer",
                        "spring.security.oauth2.authorizationserver.issuer", url))
                .run();
        return new DevelopmentIssuer(context, url);
    }

    /** The issuer's URL, as in the tokens' {@code iss}. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        context.close();
    }

    record People(List<IssuedPerson> list) {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        OAuth2AuthorizationServerAutoConfiguration.class,
        OAuth2AuthorizationServerJwtAutoConfiguration.class
    })
    static class Application {

        @Bean
        PasswordEncoder passwordEncoder() {
            return PasswordEncoderFactories.createDelegatingPasswordEncoder();
        }

        @Bean
        RegisteredClientRepository clients(People people) {
            return new InMemoryRegisteredClientRepository(
                    people.list().stream().map(Application::client).toList());
        }

        @Bean
        JWKSource<SecurityContext> signingKey() throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            ECKey key = new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID(UUID.randomUUID().toString())
                    .build();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> audience(People people) {
            Map<String, String> audiences =
                    people.list().stream().collect(Collectors.toMap(IssuedPerson::subject, IssuedPerson::audience));
            Function<JwtEncodingContext, String> of =
                    token -> audiences.getOrDefault(token.getRegisteredClient().getClientId(), "");
            return token -> {
                token.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
                token.getClaims().audience(List.of(of.apply(token)));
            };
        }

        private static RegisteredClient client(IssuedPerson person) {
            return RegisteredClient.withId(person.subject())
                    .clientId(person.subject())
                    .clientSecret("{noop}" + person.secret()) // random, made for this folder, for loopback only
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .tokenSettings(TokenSettings.builder()
                            .accessTokenTimeToLive(TOKEN_LIFE)
                            .build())
                    .build();
        }
    }
}
