package io.provenant.gateway.vault;

import static io.provenant.gateway.vault.Records.batch;
import static io.provenant.gateway.vault.Records.contents;
import static io.provenant.gateway.vault.Records.expected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultDiskFailureTest {

    @TempDir
    Path folder;

    private final FailingDisk disk = new FailingDisk(Long.MAX_VALUE);

    @Test
    void a_batch_that_meets_a_full_disk_at_any_byte_leaves_nothing_and_can_be_sent_again() throws IOException {
        try (Vault vault = Vault.open(folder, Records.KEY, Records.SETTINGS, disk)) {
            vault.append(batch(0, 2), true);
            long frames = Files.size(folder.resolve("0000000000000000.frames"));

            for (int room = 0; room < 390; room += 7) {
                disk.makeRoom(room);
                assertThatThrownBy(() -> vault.append(batch(2, 4), true))
                        .isInstanceOf(VaultFullException.class)
                        .hasMessageContaining("nothing of the batch was kept");
                assertThat(vault.size()).isEqualTo(2);
                assertThat(vault.find("rec-2")).isEmpty();
                assertThat(Files.size(folder.resolve("0000000000000000.frames")))
                        .isEqualTo(frames);
            }

            disk.makeRoom(Long.MAX_VALUE);
            vault.append(batch(2, 4), true);
            assertThat(contents(vault)).containsExactlyElementsOf(expected(4).toList());
        }
    }

    @Test
    void a_failed_flush_stops_the_vault_until_it_is_opened_again() {
        try (Vault vault = Vault.open(folder, Records.KEY, Records.SETTINGS, disk)) {
            vault.append(batch(0, 2), true);
            disk.failToFlush(true);
            assertThatThrownBy(() -> vault.append(batch(2, 4), true)).isInstanceOf(VaultUnavailableException.class);
            disk.failToFlush(false);

            assertThatThrownBy(() -> vault.append(batch(4, 6), true))
                    .isInstanceOf(VaultUnavailableException.class)
                    .hasMessageContaining("restart the gateway");
        }

        try (Vault vault = Records.open(folder)) {
            vault.append(batch(2, 6), true);
            assertThat(contents(vault)).containsExactlyElementsOf(expected(6).toList());
        }
    }
}
