package io.provenant.gateway.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    @TempDir
    Path folder;

    private final FailingDisk disk = new FailingDisk(Long.MAX_VALUE);

    @Test
    void a_secret_is_drawn_once_and_its_owner_alone_reads_it() throws IOException {
        Path file = folder.resolve("keys/of/this/gateway/master");

        byte[] drawn = SecretFile.readOrCreate(file);

        assertThat(SecretFile.readOrCreate(file)).isEqualTo(drawn);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_secret_that_a_full_disk_took_half_of_is_not_there_and_is_drawn_when_there_is_room() {
        Path file = folder.resolve("master");
        for (int room = 0; room < 65; room += 8) {
            disk.makeRoom(room);
            assertThatThrownBy(() -> SecretFile.readOrCreate(file, disk)).isInstanceOf(UncheckedIOException.class);
            assertThat(file).doesNotExist();
        }
        disk.makeRoom(Long.MAX_VALUE);

        assertThat(SecretFile.readOrCreate(file, disk)).hasSize(32);
    }

    @Test
    void nobody_gets_a_secret_whose_flush_failed() {
        Path file = folder.resolve("master");
        disk.failToFlush(true);

        assertThatThrownBy(() -> SecretFile.readOrCreate(file, disk)).isInstanceOf(UncheckedIOException.class);

        assertThat(file).doesNotExist();
        disk.failToFlush(false);
        assertThat(SecretFile.readOrCreate(file, disk)).isEqualTo(SecretFile.readOrCreate(file));
    }
}
