package io.provenant.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.gateway.vault.ChannelFile;
import io.provenant.gateway.vault.FailingDisk;
import io.provenant.merkle.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorJournalTest {

    @TempDir
    Path folder;

    @Test
    void what_a_full_disk_left_half_written_is_not_in_the_way_of_the_next_anchor() throws IOException {
        Path file = folder.resolve("anchors.ndjson");
        try (AnchorJournal journal = AnchorJournal.open(file, ChannelFile::open)) {
            journal.write(anchor(3));
            Files.writeString(file, "{\"checkpoint\":{\"half".repeat(200), StandardOpenOption.APPEND);
            journal.write(anchor(5));
        }

        try (AnchorJournal journal = AnchorJournal.open(file, ChannelFile::open)) {
            assertThat(journal.of(3)).contains(anchor(3));
            assertThat(journal.of(5)).contains(anchor(5));
        }
    }

    @Test
    void an_anchor_whose_flush_failed_is_not_there_and_one_written_later_outlives_a_power_cut() throws IOException {
        FailingDisk disk = new FailingDisk(Long.MAX_VALUE);
        Path file = folder.resolve("anchors.ndjson");
        try (AnchorJournal journal = AnchorJournal.open(file, disk)) {
            journal.write(anchor(3));
            disk.failToFlush(true);
            assertThatThrownBy(() -> journal.write(anchor(5))).isInstanceOf(UncheckedIOException.class);
            assertThat(journal.of(5)).isEmpty();
            disk.failToFlush(false);

            journal.write(anchor(7));

            disk.losePower();
        }
        try (AnchorJournal journal = AnchorJournal.open(file, ChannelFile::open)) {
            assertThat(journal.of(3)).contains(anchor(3));
            assertThat(journal.of(5)).isEmpty();
            assertThat(journal.of(7)).contains(anchor(7));
        }
    }

    @Test
    void what_a_failed_flush_left_readable_is_on_the_disk_before_a_restarted_gateway_shows_it() throws IOException {
        FailingDisk disk = new FailingDisk(Long.MAX_VALUE);
        Path file = folder.resolve("anchors.ndjson");
        AnchorJournal killed = AnchorJournal.open(file, disk);
        killed.write(anchor(3));
        disk.failToFlush(true);
        assertThatThrownBy(() -> killed.write(anchor(5))).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> AnchorJournal.open(file, disk)).isInstanceOf(UncheckedIOException.class);
        killed.close();
        assertThat(disk.opened()).as("files open").isZero();
        disk.failToFlush(false);

        try (AnchorJournal journal = AnchorJournal.open(file, disk)) {
            assertThat(journal.of(5)).contains(anchor(5));
            disk.losePower();
        }

        try (AnchorJournal journal = AnchorJournal.open(file, ChannelFile::open)) {
            assertThat(journal.of(3)).contains(anchor(3));
            assertThat(journal.of(5)).contains(anchor(5));
        }
    }

    private static Anchor anchor(long size) {
        Checkpoint head = new Checkpoint(GoldenLogTest.ORIGIN, size, new JdkDigests().digest(new byte[0]));
        return new Anchor(SignedCheckpoint.sign(head, GoldenLogTest.KEY), "tx-" + size, size, Optional.empty());
    }
}
