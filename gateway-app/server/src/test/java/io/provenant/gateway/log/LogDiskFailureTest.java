package io.provenant.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.gateway.vault.FailingDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log whose vault is well and whose other files lie on a disk that fails. */
class LogDiskFailureTest {

    @TempDir
    Path folder;

    private final FailingDisk disk = new FailingDisk(Long.MAX_VALUE);

    @Test
    void nothing_is_signed_over_a_tree_that_is_not_on_the_disk_and_the_next_head_is_that_of_the_vault()
            throws IOException {
        try (Log log = TestLog.open(folder, disk)) {
            log.accept(TestLog.day(0, 10), false);
            SignedCheckpoint first = log.integrate();
            log.accept(TestLog.day(10, 30), false);
            disk.failToFlush(true);

            assertThatThrownBy(log::integrate).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(log::integrate).isInstanceOf(UncheckedIOException.class);

            assertThat(log.latest()).contains(first);
            disk.failToFlush(false);
            disk.losePower();
            log.integrate();
        }
        requireSignedOverTheVault(30);
    }

    @Test
    void a_signed_head_outlives_a_power_cut_that_follows_failed_flushes() throws IOException {
        try (Log log = TestLog.open(folder, disk)) {
            log.accept(TestLog.day(0, 10), false);
            disk.failToFlush(true);
            assertThatThrownBy(log::integrate).isInstanceOf(UncheckedIOException.class);
            disk.failToFlush(false);
            log.integrate();
            disk.losePower();
        }

        try (Log log = TestLog.open(folder)) {
            assertThat(log.integratedSize()).isEqualTo(10);
        }
        requireSignedOverTheVault(10);
    }

    @Test
    void a_disk_that_is_full_signs_nothing_and_goes_on_when_there_is_room() throws IOException {
        try (Log log = TestLog.open(folder, disk)) {
            log.accept(TestLog.day(0, 10), false);
            SignedCheckpoint first = log.integrate();
            log.accept(TestLog.day(10, 30), false);
            for (int room = 0; room < 500; room += 100) {
                disk.makeRoom(room);
                assertThatThrownBy(log::integrate).isInstanceOf(UncheckedIOException.class);
                assertThat(log.latest()).contains(first);
            }
            disk.makeRoom(Long.MAX_VALUE);

            log.integrate();
        }
        requireSignedOverTheVault(30);
    }

    @Test
    void a_log_whose_disk_fails_while_it_opens_leaves_nothing_open_and_opens_when_the_disk_is_back() {
        try (Log log = TestLog.open(folder, disk)) {
            log.accept(TestLog.day(0, 10), false);
            log.integrate();
        }
        disk.failToFlush(true);

        assertThatThrownBy(() -> TestLog.open(folder, disk)).isInstanceOf(UncheckedIOException.class);

        assertThat(disk.opened()).as("files open").isZero();
        disk.failToFlush(false);
        try (Log log = TestLog.open(folder, disk)) {
            assertThat(log.integratedSize()).isEqualTo(10);
        }
    }

    // A log whose tree is made again from its vault does not open where that has another root than was signed.
    private void requireSignedOverTheVault(int size) throws IOException {
        Files.delete(folder.resolve("tree.hashes"));
        try (Log log = TestLog.open(folder)) {
            assertThat(log.latest().orElseThrow().size()).isEqualTo(size);
        }
    }
}
