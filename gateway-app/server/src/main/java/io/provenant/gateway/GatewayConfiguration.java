package io.provenant.gateway;

import io.provenant.command.CommandTable;
import io.provenant.dispatch.Commands;
import io.provenant.gateway.api.GatewayIdentity;
import io.provenant.gateway.api.HealthProblem;
import io.provenant.gateway.api.HealthSource;
import io.provenant.gateway.api.WebConfiguration;
import io.provenant.gateway.consent.ConsentSets;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.log.AnchorLedger;
import io.provenant.gateway.log.OwnLogs;
import io.provenant.gateway.security.PeopleFile;
import io.provenant.gateway.security.SecurityConfiguration;
import io.provenant.gateway.security.TokenIssuer;
import io.provenant.gateway.vault.MasterKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the gateway is made of, but for the ledger client and the database behind it. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import({SecurityConfiguration.class, WebConfiguration.class})
class GatewayConfiguration {

    @Bean
    CommandTable commands() {
        return Commands.all();
    }

    @Bean
    GatewayIdentity identity(GatewaySettings settings) {
        GatewaySettings.Market market = settings.market();
        return new GatewayIdentity(
                settings.organisation().partyId(),
                settings.organisation().mspId(),
                market.channel(),
                market.chaincode(),
                market.network().name().toLowerCase(Locale.ROOT),
                market.ordering().name().toLowerCase(Locale.ROOT),
                market.warnings());
    }

    @Bean
    PeopleFile people(GatewaySettings settings) {
        return PeopleFile.read(settings.people().file());
    }

    @Bean
    TokenIssuer issuer(GatewaySettings settings) {
        GatewaySettings.Tokens tokens = settings.tokens();
        return new TokenIssuer(tokens.issuer(), tokens.audience(), tokens.jwkSetUri());
    }

    @Bean
    MasterKey masterKey(GatewaySettings settings) {
        return MasterKey.readOrCreate(settings.masterKeyFile());
    }

    @Bean
    ConsentSets consentSets(GatewaySettings settings, MasterKey master, GatewayParts parts) {
        return new ConsentSets(settings.dataDir().resolve("consents"), master, parts.clock());
    }

    @Bean
    OwnLogs logs(GatewaySettings settings, MasterKey master, Index index, AnchorLedger ledger, Clock clock) {
        return new LogWiring(settings, master, index, ledger, clock).logs();
    }

    /** Looks whether logs are open on the ledger by now; what was promised before a restart is then anchored. */
    @Bean
    Repeated logOpening(OwnLogs logs) {
        return Repeated.start("log opening", Duration.ofSeconds(1), logs::openAll);
    }

    @Bean
    HealthSource logHealth(OwnLogs logs) {
        return () -> logs.states().stream()
                .flatMap(state -> state.trouble().stream()
                        .map(trouble -> new HealthProblem(
                                trouble.kind().code(),
                                trouble.isStopped(),
                                "a log does not do all its work",
                                "/api/v1/logs says which: " + trouble.kind().next())))
                .distinct()
                .toList();
    }

    @Bean
    Clock clock(GatewayParts parts) {
        return parts.clock();
    }
}
