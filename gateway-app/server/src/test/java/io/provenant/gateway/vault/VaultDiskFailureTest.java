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
    void a_failed_flush_keeps_nothing_of_the_batch_and_what_is_sent_again_outlives_a_power_cut() throws IOException {
        try (Vault vault = Vault.open(folder, Records.KEY, Records.SETTINGS, disk)) {
            vault.append(batch(0, 2), true);
            disk.failToFlush(true);
            assertThatThrownBy(() -> vault.append(batch(2, 4), true)).isInstanceOf(VaultUnavailableException.class);
            assertThatThrownBy(() -> vault.append(batch(4, 6), true)).isInstanceOf(VaultUnavailableException.class);
            assertThat(vault.trouble()).isPresent();
            assertThat(contents(vault)).containsExactlyElementsOf(expected(2).toList());
            disk.failToFlush(false);

            assertThat(vault.append(batch(2, 6), true).records())
                    .extracting(Placed::kind)
                    .containsOnly(Placed.Kind.STORED);

            assertThat(vault.trouble()).isEmpty();
            disk.losePower();
            assertThat(contents(vault)).containsExactlyElementsOf(expected(6).toList());
        }
        try (Vault vault = Records.open(folder)) {
            assertThat(contents(vault)).containsExactlyElementsOf(expected(6).toList());
        }
    }

    @Test
    void what_a_failed_flush_left_readable_is_on_the_disk_before_a_restarted_vault_calls_it_kept() throws IOException {
        Vault killed = Vault.open(folder, Records.KEY, Records.SETTINGS, disk);
        killed.append(batch(0, 2), true);
        disk.failToFlush(true);
        assertThatThrownBy(() -> killed.append(batch(2, 4), true)).isInstanceOf(VaultUnavailableException.class);
        assertThatThrownBy(killed::close).hasMessageContaining("closing the vault");
        disk.failToFlush(false);

        try (Vault vault = Vault.open(folder, Records.KEY, Records.SETTINGS, disk)) {
            vault.append(batch(2, 4), true);
            disk.losePower();
            assertThat(contents(vault)).containsExactlyElementsOf(expected(4).toList());
        }
    }

    @Test
    void an_identity_of_a_batch_that_was_not_kept_is_not_found_while_the_disk_goes_on_failing() {
        try (Vault vault = Vault.open(folder, Records.KEY, Records.SETTINGS, disk)) {
            vault.append(batch(0, 2), true);
            disk.failToFlush(true);
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(() -> vault.append(batch(2, 4), true)).isInstanceOf(VaultUnavailableException.class);
                assertThat(vault.find("rec-2")).isEmpty();
                assertThat(vault.size()).isEqualTo(2);
            }
            disk.failToFlush(false);
        }
    }

    @Test
    void a_batch_whose_mark_cannot_be_written_is_not_kept() {
        try (Vault vault = Vault.open(folder, Records.KEY, Records.SETTINGS, disk)) {
            vault.append(batch(0, 2), true);
            disk.failToWrite("durable.mark");
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> vault.append(batch(2, 4), true)).isInstanceOf(VaultUnavailableException.class);
                assertThat(vault.size()).isEqualTo(2);
                assertThat(vault.find("rec-2")).isEmpty();
            }
            disk.failToWrite("");

            vault.append(batch(2, 4), true);

            assertThat(contents(vault)).containsExactlyElementsOf(expected(4).toList());
        }
    }

    @Test
    void a_disk_that_has_no_room_for_the_next_segment_keeps_nothing_open_and_goes_on_when_there_is_room() {
        VaultSettings small = new VaultSettings(100);
        try (Vault vault = Vault.open(folder, Records.KEY, small, disk)) {
            vault.append(batch(0, 2), true);
            for (int room = 0; room < 36; room += 5) {
                disk.makeRoom(room);
                assertThatThrownBy(() -> vault.append(batch(2, 4), true)).isInstanceOf(VaultFullException.class);
                assertThat(disk.opened()).as("files open").isEqualTo(3);
            }
            disk.makeRoom(Long.MAX_VALUE);

            vault.append(batch(2, 4), true);

            assertThat(contents(vault)).containsExactlyElementsOf(expected(4).toList());
        }
        try (Vault vault = Records.open(folder)) {
            assertThat(contents(vault)).containsExactlyElementsOf(expected(4).toList());
        }
    }
}
