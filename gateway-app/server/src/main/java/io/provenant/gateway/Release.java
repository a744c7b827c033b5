package io.provenant.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Which release this is: the version that stands in the POM, as the build wrote it beside this class. */
public final class Release {

    private static final String FILE = "release.properties";
    private static final String VERSION = read();

    private Release() {}

    /** The version, as in {@code 1.2.3}. */
    public static String version() {
        return VERSION;
    }

    private static String read() {
        Properties release = new Properties();
        try (InputStream file = Objects.requireNonNull(Release.class.getResourceAsStream(FILE), FILE)) {
            release.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
        return Objects.requireNonNull(release.getProperty("version"), FILE);
    }
}
