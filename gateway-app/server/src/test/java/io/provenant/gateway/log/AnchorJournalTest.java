package io.provenant.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.merkle.Checkpoint;
import java.io.IOException;
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
        try (AnchorJournal journal = AnchorJournal.open(file)) {
            journal.write(anchor(3));
            Files.writeString(file, "{\"checkpoint\":{\"half".repeat(200), StandardOpenOption.APPEND);
            journal.write(anchor(5));
        }

        try (AnchorJournal journal = AnchorJournal.open(file)) {
            assertThat(journal.of(3)).contains(anchor(3));
            assertThat(journal.of(5)).contains(anchor(5));
        }
    }

    private static Anchor anchor(long size) {
        Checkpoint head = new Checkpoint(GoldenLogTest.ORIGIN, size, new JdkDigests().digest(new byte[0]));
        return new Anchor(SignedCheckpoint.sign(head, GoldenLogTest.KEY), "tx-" + size, size, Optional.empty());
    }
}
