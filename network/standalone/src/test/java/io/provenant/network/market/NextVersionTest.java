package io.provenant.network.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.network.testing.JarCode;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that upgrades are tested with is another one, and knows the old and the new form of its record. */
class NextVersionTest {

    @TempDir
    Path folder;

    @Test
    void it_reads_a_record_of_the_version_before_as_one_of_its_own() throws Exception {
        JarCode older = JarCode.built();
        Path jar = NextVersion.make(older.jar(), folder);

        assertThat(new JarCode(jar, "0.2.0").digest()).isNotEqualTo(older.digest());
        assertThat(read(older.jar())).isEqualTo("{\"schemaVersion\":\"1.0.0\"}");
        assertThat(read(jar))
                .isEqualTo("{\"" + NextVersion.FIELD + "\":\"" + NextVersion.OLDER + "\",\"schemaVersion\":\""
                        + NextVersion.SCHEMA + "\"}");
    }

    /** A stored party as the rules in the jar read it. */
    private static String read(Path jar) throws Exception {
        try (URLClassLoader code =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Object type =
                    code.loadClass("io.provenant.party.Party").getField("TYPE").get(null);
            Class<?> json = code.loadClass("io.provenant.canonical.JsonObject");
            Object stored = code.loadClass("io.provenant.canonical.StrictJsonReader")
                    .getMethod("parseObject", String.class)
                    .invoke(null, "{\"schemaVersion\":\"1.0.0\"}");
            Object party = type.getClass().getMethod("read", String.class, json).invoke(type, "PTY!pty-a", stored);
            Object shown = party.getClass().getMethod("json").invoke(party);
            return (String) json.getMethod("canonical").invoke(shown);
        }
    }
}
