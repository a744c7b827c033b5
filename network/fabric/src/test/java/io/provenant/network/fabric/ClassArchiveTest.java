package io.provenant.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    private Path folder;

    private Path jar = Path.of("");
    private Path archive = Path.of("");

    @BeforeEach
    void a_jar_with_its_archive() throws IOException {
        jar = Files.createFile(folder.resolve("code.jar"));
        archive =
                Files.createFile(folder.resolve("code-java" + Runtime.version().feature() + ".jsa"));
        permit("r--r--r--");
    }

    @Test
    void an_archive_of_the_jars_owner_is_taken_unless_the_jar_alone_is_wanted() {
        assertThat(new ServiceJar(jar).command()).contains("-XX:SharedArchiveFile=" + archive);
        assertThat(new ServiceJar(jar, false).command()).noneMatch(option -> option.contains("Archive"));
    }

    @Test
    void an_archive_that_others_may_write_is_none() throws IOException {
        permit("rw-rw-r--");
        assertThat(new ClassArchive(jar).use()).isEmpty();
        permit("rw-r--rw-");
        assertThat(new ClassArchive(jar).use()).isEmpty();
    }

    @Test
    void a_link_to_an_archive_is_none() throws IOException {
        Path elsewhere = Files.move(archive, folder.resolve("elsewhere.jsa"));
        Files.createSymbolicLink(archive, elsewhere);

        assertThat(new ClassArchive(jar).use()).isEmpty();
    }

    private void permit(String permissions) throws IOException {
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString(permissions));
    }
}
