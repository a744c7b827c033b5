package io.provenant.gateway.vault;

import static io.provenant.gateway.vault.Records.batch;
import static io.provenant.gateway.vault.Records.contents;
import static io.provenant.gateway.vault.Records.expected;
import static io.provenant.gateway.vault.Records.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two promised records, then a batch of two more that the process wrote without living to acknowledge it. */
class VaultRecoveryTest {

    @TempDir
    Path folder;

    private Path frames;
    private Path keys;
    private Path mark;
    private byte[] markOfTwo;
    private byte[] framesOfTwo;
    private byte[] framesOfFour;
    private byte[] keysOfFour;

    @BeforeEach
    void killed_before_the_second_batch_was_acknowledged() throws IOException {
        frames = folder.resolve("0000000000000000.frames");
        keys = folder.resolve("0000000000000000.keys");
        mark = folder.resolve("durable.mark");
        try (Vault vault = open(folder)) {
            vault.append(batch(0, 2), true);
            markOfTwo = Files.readAllBytes(mark);
            framesOfTwo = Files.readAllBytes(frames);
            vault.append(batch(2, 4), true);
        }
        framesOfFour = Files.readAllBytes(frames);
        keysOfFour = Files.readAllBytes(keys);
    }

    @Test
    void a_tail_torn_at_any_byte_is_cut_and_the_batch_can_be_sent_again() throws IOException {
        for (int length = framesOfTwo.length; length < framesOfFour.length; length++) {
            killedAt(length, keysOfFour.length);

            try (Vault vault = open(folder)) {
                assertThat(vault.size()).as("torn at byte %d", length).isEqualTo(2);
                vault.append(batch(2, 4), true);
            }
            try (Vault vault = open(folder)) {
                assertThat(contents(vault))
                        .containsExactlyElementsOf(expected(4).toList());
            }
        }
    }

    @Test
    void keys_torn_at_any_byte_before_their_frames_were_written_are_cut() throws IOException {
        for (int length = 2 * KeySlot.BYTES; length <= keysOfFour.length; length++) {
            killedAt(framesOfTwo.length, length);

            try (Vault vault = open(folder)) {
                assertThat(contents(vault))
                        .containsExactlyElementsOf(expected(2).toList());
            }
            assertThat(Files.size(keys)).isEqualTo(2L * KeySlot.BYTES);
        }
    }

    @Test
    void a_batch_that_is_whole_is_kept_though_nobody_was_told() throws IOException {
        killedAt(framesOfFour.length, keysOfFour.length);

        try (Vault vault = open(folder)) {
            assertThat(contents(vault)).containsExactlyElementsOf(expected(4).toList());
        }
    }

    @Test
    void a_tail_with_zeros_for_pages_that_never_reached_the_disk_is_cut() throws IOException {
        killedAt(framesOfFour.length, keysOfFour.length);
        byte[] holed = framesOfFour.clone();
        Arrays.fill(holed, framesOfTwo.length + 40, framesOfTwo.length + 60, (byte) 0);
        Files.write(frames, holed);

        try (Vault vault = open(folder)) {
            assertThat(contents(vault)).containsExactlyElementsOf(expected(2).toList());
        }
    }

    @Test
    void promised_records_cut_off_at_any_byte_stop_the_vault() throws IOException {
        for (int length = 0; length < framesOfFour.length; length++) {
            Files.write(frames, Arrays.copyOf(framesOfFour, length));

            assertRefused("cut at byte " + length);
            assertThat(Files.size(frames)).isEqualTo(length);
        }
    }

    @Test
    void one_flipped_bit_in_any_promised_byte_stops_the_vault() throws IOException {
        for (int at = 0; at < framesOfFour.length; at++) {
            byte[] rotten = framesOfFour.clone();
            rotten[at] ^= 1;
            Files.write(frames, rotten);

            assertRefused("byte " + at);
        }
    }

    @Test
    void one_flipped_bit_in_any_key_slot_stops_the_vault() throws IOException {
        for (int at = 0; at < keysOfFour.length; at++) {
            byte[] rotten = keysOfFour.clone();
            rotten[at] ^= 1;
            Files.write(keys, rotten);

            assertRefused("byte " + at);
        }
    }

    @Test
    void missing_keys_and_missing_segments_stop_the_vault() throws IOException {
        Files.delete(keys);
        assertRefused("no keys");

        Files.delete(frames);
        assertRefused("no segment");
    }

    @Test
    void a_segment_that_was_being_made_is_made_again() throws IOException {
        Files.write(folder.resolve("0000000000000004.frames"), new byte[10]);

        try (Vault vault = open(folder)) {
            vault.append(batch(4, 6), true);
            assertThat(contents(vault)).containsExactlyElementsOf(expected(6).toList());
        }
    }

    private void killedAt(int framesLength, int keysLength) throws IOException {
        Files.write(frames, Arrays.copyOf(framesOfFour, framesLength));
        Files.write(keys, Arrays.copyOf(keysOfFour, keysLength));
        Files.write(mark, markOfTwo);
    }

    private void assertRefused(String what) {
        assertThatThrownBy(() -> open(folder).close()).as(what).isInstanceOf(VaultCorruptException.class);
    }
}
