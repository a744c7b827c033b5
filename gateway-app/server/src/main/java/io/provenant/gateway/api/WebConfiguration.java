package io.provenant.gateway.api;

import io.provenant.command.CommandTable;
import io.provenant.gateway.consent.ConsentSets;
import io.provenant.gateway.desk.CommandDesk;
import io.provenant.gateway.desk.ReadLog;
import io.provenant.gateway.evidence.ReceiptFiles;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.ledger.LedgerClient;
import io.provenant.gateway.ledger.OpenTransactions;
import io.provenant.gateway.log.OwnLogs;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** All routes, by name: nothing is found by scanning. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration implements WebMvcConfigurer {

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new JsonObjectConverter());
    }

    /** An origin in a path holds slashes, percent-encoded: they stay so until the path is cut into segments. */
    @Bean
    public WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        TomcatConnectorCustomizer passThrough = connector -> connector.setEncodedSolidusHandling("passthrough");
        return factory -> factory.addConnectorCustomizers(passThrough);
    }

    /** No body is taken apart into parameters: a route reads all bytes of it, or the request is refused. */
    @Bean
    public WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesAsTheyCame() {
        TomcatConnectorCustomizer noForms = connector -> connector.setParseBodyMethods("");
        return factory -> factory.addConnectorCustomizers(noForms);
    }

    @Bean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    Signatories signatories(GatewayIdentity identity) {
        return new Signatories(identity.partyId());
    }

    @Bean
    Submissions submissions(CommandDesk desk, Index index) {
        return new Submissions(desk, index);
    }

    @Bean
    CommandController commandController(CommandTable commands, Signatories signatories, Submissions submissions) {
        return new CommandController(commands, signatories, submissions);
    }

    @Bean
    PreviewController previewController(
            CommandTable commands, Signatories signatories, GatewayIdentity identity, Index index, Clock clock) {
        return new PreviewController(commands, signatories, identity, index, clock);
    }

    @Bean
    DocumentController documentController(
            CommandTable commands,
            Signatories signatories,
            Submissions submissions,
            Index index,
            GatewayIdentity identity) {
        return new DocumentController(commands, signatories, submissions, index, identity.mspId());
    }

    @Bean
    ReadController readController(Index index, LedgerClient ledger) {
        return new ReadController(index, ledger, new RecordKinds());
    }

    @Bean
    LogController logController(OwnLogs logs, LedgerClient ledger) {
        return new LogController(logs, new ReceiptFiles(ledger));
    }

    @Bean
    LineageController lineageController(OwnLogs logs) {
        return new LineageController(logs);
    }

    @Bean
    ConsentController consentController(ConsentSets sets, Index index, ReadLog reads, GatewayIdentity identity) {
        return new ConsentController(sets, index, reads, identity.channel());
    }

    @Bean
    AttestationController attestationController(LedgerClient ledger) {
        return new AttestationController(ledger);
    }

    @Bean
    IndexController indexController(Index index, IndexRebuilding rebuilding) {
        return new IndexController(index, rebuilding);
    }

    @Bean
    OutboxController outboxController(OpenTransactions transactions) {
        return new OutboxController(transactions);
    }

    @Bean
    IndexProbe indexProbe(Index index) {
        return new IndexProbe(index);
    }

    @Bean
    Health health(LedgerClient ledger, IndexProbe index, List<HealthSource> sources) {
        return new Health(ledger, index, sources);
    }

    @Bean
    StatusController statusController(
            GatewayIdentity identity,
            LedgerClient ledger,
            IndexProbe index,
            CommandTable commands,
            Health health,
            Clock clock) {
        return new StatusController(identity, ledger, index, commands, health, clock);
    }
}
