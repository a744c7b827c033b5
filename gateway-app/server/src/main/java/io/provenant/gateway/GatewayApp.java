package io.provenant.gateway;

import io.provenant.gateway.vault.FolderLock;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * One organisation's running gateway. Several run in one process where several organisations are played there: nothing
 * of it is static.
 */
public final class GatewayApp implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private GatewayApp(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts a gateway with these settings, by the names of {@code application.yaml}; {@link SettingsException} says
     * what is wrong with them.
     */
    public static GatewayApp start(Map<String, Object> settings) {
        return start(settings, GatewayParts.none());
    }

    /**
     * Starts a gateway as its operator does: with the settings of this file, or of {@code application.yaml} here; {@link
     * SettingsException} where anything that they name cannot be used.
     */
    public static GatewayApp serve(Optional<Path> config) {
        try {
            return start(
                    Map.of(),
                    GatewayParts.none(),
                    SettingsFiles.locations(config),
                    context -> context.registerBean(LedgerConfiguration.class));
        } catch (BeansException e) {
            throw new SettingsException(List.of(causes(e)));
        }
    }

    // What Spring says of its beans is nothing that an operator can act on.
    private static String causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(cause -> !(cause instanceof BeansException))
                .map(cause -> Optional.ofNullable(cause.getMessage())
                        .orElse(cause.getClass().getSimpleName()))
                .distinct()
                .collect(Collectors.joining(": "));
    }

    /** Starts a gateway that uses what the caller hands in. */
    public static GatewayApp start(Map<String, Object> settings, GatewayParts parts) {
        return start(settings, parts, context -> context.registerBean(LedgerConfiguration.class));
    }

    static GatewayApp start(
            Map<String, Object> settings, GatewayParts parts, Consumer<GenericApplicationContext> ledger) {
        return start(settings, parts, "classpath:/", ledger);
    }

    private static GatewayApp start(
            Map<String, Object> settings,
            GatewayParts parts,
            String locations,
            Consumer<GenericApplicationContext> ledger) {
        return new GatewayApp(new SpringApplicationBuilder(GatewayConfiguration.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties("spring.config.location=" + locations)
                .initializers(starting -> {
                    starting.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("handed in", texts(settings)));
                    GatewaySettings read = GatewaySettings.read(
                            starting.getEnvironment(), parts.channel().isPresent());
                    StartChecks.port(starting.getEnvironment());
                    FolderLock lock = StartChecks.dataFolder(read.dataDir());
                    GenericApplicationContext context = (GenericApplicationContext) starting;
                    context.getDefaultListableBeanFactory().registerDisposableBean("data folder", lock::close);
                    starting.getBeanFactory().registerSingleton("settings", read);
                    starting.getBeanFactory().registerSingleton("parts", parts);
                    ledger.accept(context);
                })
                .run());
    }

    private static Map<String, Object> texts(Map<String, Object> settings) {
        Map<String, Object> texts = new TreeMap<>();
        settings.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    /** The port it listens on. */
    public int port() {
        WebServer server = ((WebServerApplicationContext) context).getWebServer();
        return Optional.ofNullable(server).orElseThrow().getPort();
    }

    /** Where it answers. */
    public URI url() {
        boolean tls = context.getEnvironment().containsProperty("server.ssl.certificate");
        return URI.create((tls ? "https" : "http") + "://127.0.0.1:" + port());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Stops serving, then writing; what was sent and not resolved is in the outbox. */
    @Override
    public void close() {
        context.close();
    }
}
