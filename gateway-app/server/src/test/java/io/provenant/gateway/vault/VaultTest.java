package io.provenant.gateway.vault;

import static io.provenant.gateway.vault.Records.batch;
import static io.provenant.gateway.vault.Records.contents;
import static io.provenant.gateway.vault.Records.expected;
import static io.provenant.gateway.vault.Records.filled;
import static io.provenant.gateway.vault.Records.open;
import static io.provenant.gateway.vault.Records.record;
import static io.provenant.gateway.vault.Records.text;
import static io.provenant.gateway.vault.Records.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    @TempDir
    Path folder;

    @Test
    void gives_back_every_part_of_a_record_after_it_was_opened_again() {
        try (Vault vault = open(folder)) {
            NewRecord offered = new NewRecord(
                    "rec-0",
                    VaultRecord.of(utf8("label"), 42, filled(9), utf8("content"))
                            .withAttachment(utf8("event")));
            assertThat(vault.append(List.of(offered), true).records())
                    .containsExactly(new Placed(Placed.Kind.STORED, 0));
        }

        try (Vault vault = open(folder)) {
            VaultRecord read = vault.read(0);
            assertThat(read.label()).isEqualTo(utf8("label"));
            assertThat(read.acceptedMs()).isEqualTo(42);
            assertThat(read.salt()).isEqualTo(filled(9));
            assertThat(read.content()).isEqualTo(utf8("content"));
            assertThat(read.attachment()).isEqualTo(utf8("event"));
        }
    }

    @Test
    void numbers_records_across_segments_without_a_gap() throws IOException {
        VaultSettings small = new VaultSettings(500);
        for (int from = 0; from < 30; from += 3) {
            try (Vault vault = Vault.open(folder, Records.KEY, small)) {
                assertThat(vault.append(batch(from, from + 3), true).records())
                        .extracting(Placed::index)
                        .containsExactly((long) from, from + 1L, from + 2L);
            }
        }

        try (Vault vault = Vault.open(folder, Records.KEY, small);
                Stream<Path> files = Files.list(folder)) {
            assertThat(contents(vault)).containsExactlyElementsOf(expected(30).toList());
            assertThat(files.filter(file -> file.toString().endsWith(".frames")))
                    .hasSizeGreaterThan(3);
        }
    }

    @Test
    void keeps_the_same_record_once_and_says_where_it_is() {
        try (Vault vault = open(folder)) {
            vault.append(batch(0, 2), true);
        }

        try (Vault vault = open(folder)) {
            Appended again = vault.append(List.of(record(1), record(2), record(2)), true);
            assertThat(again.kept()).isTrue();
            assertThat(again.records())
                    .containsExactly(
                            new Placed(Placed.Kind.HELD, 1),
                            new Placed(Placed.Kind.STORED, 2),
                            new Placed(Placed.Kind.HELD, 2));
            assertThat(vault.size()).isEqualTo(3);
            assertThat(vault.find("rec-2")).hasValue(2);
            assertThat(vault.find("rec-3")).isEmpty();
        }
    }

    @Test
    void keeps_nothing_of_an_all_or_nothing_batch_with_a_conflict() {
        try (Vault vault = open(folder)) {
            vault.append(batch(0, 2), true);

            Appended answer = vault.append(List.of(record(2), record(1, "other"), record(3)), true);

            assertThat(answer.kept()).isFalse();
            assertThat(answer.records().get(1)).isEqualTo(new Placed(Placed.Kind.CONFLICT, 1));
            assertThat(vault.size()).isEqualTo(2);
            assertThat(vault.find("rec-2")).isEmpty();
        }
    }

    @Test
    void keeps_the_others_of_a_batch_that_may_be_kept_in_part() {
        try (Vault vault = open(folder)) {
            vault.append(batch(0, 2), true);

            vault.append(List.of(record(2), record(1, "other"), record(3)), false);

            assertThat(contents(vault)).containsExactlyElementsOf(expected(4).toList());
        }
    }

    @Test
    void an_erased_record_cannot_be_read_and_leaves_its_label_and_its_neighbours() {
        try (Vault vault = open(folder)) {
            vault.append(batch(0, 3), true);
            vault.erase(1);
        }

        try (Vault vault = open(folder)) {
            assertThatThrownBy(() -> vault.read(1)).isInstanceOf(VaultErasedException.class);
            assertThat(new String(vault.entry(1).label(), StandardCharsets.UTF_8))
                    .isEqualTo("label 1");
            assertThat(text(vault.read(0))).isEqualTo("content of 0");
            assertThat(text(vault.read(2))).isEqualTo("content of 2");
            assertThat(vault.append(List.of(record(1)), true).records())
                    .containsExactly(new Placed(Placed.Kind.HELD, 1));
        }
    }

    @Test
    void nothing_that_was_said_stands_in_the_files() throws IOException {
        try (Vault vault = open(folder)) {
            vault.append(batch(0, 5), true);
        }

        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain("content of").doesNotContain("rec-");
            }
        }
    }

    @Test
    void another_master_key_opens_nothing() {
        try (Vault vault = open(folder)) {
            vault.append(batch(0, 1), true);
        }

        try (Vault vault = Vault.open(folder, MasterKey.of(filled(8)), Records.SETTINGS)) {
            assertThatThrownBy(() -> vault.read(0)).isInstanceOf(VaultCorruptException.class);
        }
    }

    @Test
    void batches_of_many_threads_all_arrive_once() {
        try (Vault vault = open(folder)) {
            List<Long> indexes = IntStream.range(0, 400)
                    .parallel()
                    .mapToObj(n -> vault.append(List.of(record(n)), true)
                            .records()
                            .get(0)
                            .index())
                    .toList();

            assertThat(indexes).doesNotHaveDuplicates().hasSize(400);
            assertThat(contents(vault))
                    .containsExactlyInAnyOrderElementsOf(expected(400).toList());
        }
    }

    @Test
    void a_second_process_is_refused() {
        try (Vault vault = open(folder)) {
            assertThat(vault.size()).isZero();
            assertThatThrownBy(() -> open(folder)).isInstanceOf(VaultUnavailableException.class);
        }
    }

    @Test
    void a_master_key_is_drawn_once_and_readable_by_its_owner_alone() throws IOException {
        Path file = folder.resolve("secret/vault.key");
        MasterKey first = MasterKey.readOrCreate(file);

        assertThat(MasterKey.readOrCreate(file).derive("use", new byte[0])).isEqualTo(first.derive("use", new byte[0]));
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
