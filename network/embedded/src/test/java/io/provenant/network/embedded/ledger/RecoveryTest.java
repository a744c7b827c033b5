package io.provenant.network.embedded.ledger;

import static io.provenant.network.embedded.ledger.TestLedger.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.block.BlockFile;
import io.provenant.network.embedded.block.ChannelProfile;
import io.provenant.network.embedded.msp.KeyIdentity;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is there after a kill: the last whole block, everything before it, and nothing half done. */
class RecoveryTest {

    private static final String IMPLICIT = "_implicit_org_OneMSP";

    @TempDir
    Path folder;

    @Test
    void everything_is_there_again_after_the_next_opening() {
        try (TestLedger channel = TestLedger.open(folder)) {
            channel.put("a", "1", "b", "1");
            channel.put("a", "2", "c", "1");
            channel.put("b", "");
            TestTransaction valid = channel.endorse(simulation -> simulation.put("d", text("1")));
            channel.codes(valid, channel.endorse(simulation -> simulation.put("e", text("1")), ONE));
            LedgerSnapshot before = LedgerSnapshot.of(channel);
            channel.reopen();

            assertThat(LedgerSnapshot.of(channel)).isEqualTo(before);
            assertThat(channel.ledger().transaction(valid.txId()))
                    .contains(new CommittedTransaction(valid.txId(), 4, 0, VALID));
            assertThat(channel.codes(valid)).doesNotContain(VALID);
            assertThat(channel.simulate(ONE).history("a").next().results()).hasSize(2);
        }
    }

    @Test
    void a_block_file_cut_anywhere_in_its_last_block_gives_the_ledger_before_that_block() throws IOException {
        LedgerSnapshot before;
        long begin;
        TestTransaction last;
        try (TestLedger channel = TestLedger.open(folder)) {
            channel.put("a", "1");
            channel.codes(channel.endorse(simulation -> simulation.putPrivate(IMPLICIT, "p", text("first"))));
            before = LedgerSnapshot.of(channel);
            begin = Files.size(folder.resolve("blocks"));
            last = channel.endorse(simulation -> {
                simulation.put("a", text("2"));
                simulation.putPrivate(IMPLICIT, "p", text("second"));
            });
            channel.ledger().commit(List.of(last.envelope()));
        }
        SortedMap<String, byte[]> whole = files();
        byte[] blocks = Files.readAllBytes(folder.resolve("blocks"));
        for (int length = (int) begin; length < blocks.length; length += length % 100 < 10 ? 1 : 90) {
            restore(whole);
            Files.write(folder.resolve("blocks"), Arrays.copyOf(blocks, length));
            try (TestLedger channel = TestLedger.open(folder)) {
                assertThat(LedgerSnapshot.of(channel))
                        .as("cut to %d bytes", length)
                        .isEqualTo(before);
                assertThat(channel.simulate(ONE).getPrivate(IMPLICIT, "p")).contains(text("first"));
                assertThat(channel.ledger().transaction(last.txId())).isEmpty();
                if (length % 100 == 0) {
                    channel.put("a", "3");
                }
            }
        }
    }

    @Test
    void a_block_file_cut_at_every_byte_of_its_last_block_keeps_the_whole_ones() throws IOException {
        List<Long> ends = new ArrayList<>();
        try (TestLedger channel = TestLedger.open(folder)) {
            ends.add(Files.size(folder.resolve("blocks")));
            channel.put("a", "1");
            ends.add(Files.size(folder.resolve("blocks")));
            channel.put("a", "2");
        }
        byte[] blocks = Files.readAllBytes(folder.resolve("blocks"));
        for (int length = 0; length < blocks.length; length += length < ends.get(1) ? 131 : 1) {
            Files.write(folder.resolve("blocks"), Arrays.copyOf(blocks, length));
            int cut = length;
            long expected = ends.stream().filter(end -> end <= cut).count();

            try (BlockFile file = BlockFile.open(folder.resolve("blocks"), BlockFile.Known.nothing(), block -> {})) {
                assertThat(file.height()).as("cut to %d bytes", length).isEqualTo(expected);
            }
        }
    }

    @Test
    void a_block_file_cut_at_its_last_byte_takes_the_same_envelope_again() throws IOException {
        TestTransaction last;
        try (TestLedger channel = TestLedger.open(folder)) {
            channel.put("a", "1");
            last = channel.endorse(simulation -> simulation.put("a", text("2")));
            channel.ledger().commit(List.of(last.envelope()));
        }
        byte[] blocks = Files.readAllBytes(folder.resolve("blocks"));
        Files.write(folder.resolve("blocks"), Arrays.copyOf(blocks, blocks.length - 1));

        try (TestLedger channel = TestLedger.open(folder)) {
            assertThat(channel.codes(last)).containsExactly(VALID);
            assertThat(channel.ledger().height()).isEqualTo(3);
        }
    }

    @Test
    void private_writes_without_their_block_are_dropped() throws IOException {
        byte[] blocks;
        try (TestLedger channel = TestLedger.open(folder)) {
            channel.put("a", "1");
            blocks = Files.readAllBytes(folder.resolve("blocks"));
            channel.codes(channel.endorse(simulation -> simulation.putPrivate(IMPLICIT, "p", text("lost"))));
        }
        Files.write(folder.resolve("blocks"), blocks);
        try (TestLedger channel = TestLedger.open(folder)) {
            assertThat(channel.simulate(ONE).getPrivate(IMPLICIT, "p")).isEmpty();
            channel.codes(channel.endorse(simulation -> simulation.putPrivate(IMPLICIT, "q", text("kept"))));
            channel.reopen();

            assertThat(channel.simulate(ONE).getPrivate(IMPLICIT, "p")).isEmpty();
            assertThat(channel.simulate(ONE).getPrivate(IMPLICIT, "q")).contains(text("kept"));
        }
    }

    @Test
    void a_purge_that_a_kill_came_before_is_done_at_the_next_opening() throws IOException {
        byte[] unpurged;
        try (TestLedger channel = TestLedger.open(folder)) {
            channel.codes(channel.endorse(simulation -> simulation.putPrivate(IMPLICIT, "p", text("very secret"))));
            unpurged = Files.readAllBytes(folder.resolve("private"));
            channel.codes(channel.endorse(simulation -> simulation.purgePrivate(IMPLICIT, "p")));
        }
        Files.write(folder.resolve("private"), unpurged);
        Files.delete(folder.resolve("state")); // a kill leaves none of the last block

        try (TestLedger channel = TestLedger.open(folder)) {
            assertThat(channel.simulate(ONE).getPrivate(IMPLICIT, "p")).isEmpty();
            assertThat(Files.size(folder.resolve("private"))).isZero();
        }
    }

    @Test
    void a_flipped_bit_in_a_block_that_others_follow_is_refused() throws IOException {
        try (TestLedger channel = TestLedger.open(folder)) {
            channel.put("a", "1");
            channel.put("a", "2");
        }
        byte[] blocks = Files.readAllBytes(folder.resolve("blocks"));
        blocks[blocks.length / 2] ^= 1;
        Files.write(folder.resolve("blocks"), blocks);

        assertThatThrownBy(() -> TestLedger.open(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("damaged");
    }

    @Test
    void a_folder_is_open_in_one_node_at_a_time() {
        try (TestLedger channel = TestLedger.open(folder)) {
            assertThatThrownBy(() -> ChannelLedger.open(channel.settings()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasStackTraceContaining("is open in another node");
        }
        TestLedger.open(folder).close();
    }

    @Test
    void a_folder_of_another_channel_is_refused_and_not_kept_open() {
        TestLedger.open(folder).close();
        ChannelProfile profile = TestLedger.profile();
        ChannelProfile smaller = new ChannelProfile(
                profile.channelId(),
                profile.organisations().subList(0, 2),
                profile.orderer(),
                profile.maxMessageCount(),
                profile.batchTimeout(),
                profile.createdAt());
        LedgerSettings settings =
                new LedgerSettings(folder, smaller, ChaincodeDefinition.of("notes", "1.0"), TestLedger.orderer());

        assertThatThrownBy(() -> ChannelLedger.open(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other organisations");
        TestLedger.open(folder).close();
    }

    @Test
    void only_the_orderers_organisation_signs_blocks() {
        KeyIdentity peer = KeyIdentity.of(
                ONE, TestLedger.peer(ONE).certificatePem(), TestLedger.peer(ONE).privateKey());

        assertThatThrownBy(() ->
                        new LedgerSettings(folder, TestLedger.profile(), ChaincodeDefinition.of("notes", "1.0"), peer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OrdererMSP");
    }

    @Test
    void a_closed_ledger_commits_nothing_more() {
        TestLedger channel = TestLedger.open(folder);
        TestTransaction transaction = channel.endorse(simulation -> simulation.put("a", text("1")));
        channel.close();

        assertThatThrownBy(() -> channel.commit(transaction))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("open it again");
    }

    private SortedMap<String, byte[]> files() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    private void restore(SortedMap<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static ByteString text(String text) {
        return ByteString.copyFromUtf8(text);
    }
}
