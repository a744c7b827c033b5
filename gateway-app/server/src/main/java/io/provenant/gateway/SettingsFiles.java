package io.provenant.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Where settings come from: the defaults in the jar, one file of the operator's, the environment. */
final class SettingsFiles {

    private static final String DEFAULTS = "classpath:/";

    private SettingsFiles() {}

    /** The places to look at, for {@code spring.config.location}. */
    static String locations(Optional<Path> config) {
        config.filter(file -> !Files.isReadable(file)).ifPresent(file -> {
            throw new SettingsException(List.of(file + " cannot be read: name another file with --config"));
        });
        return DEFAULTS
                + config.map(file -> ",file:" + file.toAbsolutePath()).orElse(",optional:file:./application.yaml");
    }

    /** The settings of a gateway that is not started. */
    static ConfigurableEnvironment environment(Optional<Path> config) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("where", Map.of("spring.config.location", locations(config))));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }
}
