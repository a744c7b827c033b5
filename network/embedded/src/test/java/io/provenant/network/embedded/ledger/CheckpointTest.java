package io.provenant.network.embedded.ledger;

import static io.provenant.network.embedded.ledger.TestLedger.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept beside the blocks makes an opening fast and changes nothing. */
class CheckpointTest {

    private static final String IMPLICIT = "_implicit_org_OneMSP";

    @TempDir
    Path folder;

    @Test
    void what_was_kept_of_the_blocks_gives_the_same_as_the_blocks() throws IOException {
        LedgerSnapshot whole;
        byte[] kept;
        TestTransaction first;
        try (TestLedger channel = TestLedger.open(folder)) {
            first = channel.endorse(simulation -> simulation.put("a", text("1")));
            channel.codes(first);
            channel.codes(channel.endorse(simulation -> {
                simulation.putPrivate(IMPLICIT, "p", text("very secret"));
                simulation.putMetadata("a", "note", text("x"));
            }));
            channel.reopen();
            kept = Files.readAllBytes(folder.resolve("state"));
            channel.put("a", "2", "b", "1");
            channel.put("c", "1");
            whole = LedgerSnapshot.of(channel);
        }
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("very secret");
        for (byte[] state :
                List.of(new byte[0], new byte[] {1, 2, 3}, Files.readAllBytes(folder.resolve("state")), kept)) {
            Files.write(folder.resolve("state"), state);
            try (TestLedger channel = TestLedger.open(folder)) {
                assertThat(LedgerSnapshot.of(channel)).isEqualTo(whole);
                assertThat(channel.ledger().transaction(first.txId()))
                        .contains(new CommittedTransaction(first.txId(), 1, 0, VALID));
                assertThat(channel.simulate(ONE).getPrivate(IMPLICIT, "p")).contains(text("very secret"));
                assertThat(channel.simulate(ONE).metadata("a")).containsKey("note");
                assertThat(channel.simulate(ONE).history("a").next().results())
                        .extracting(KeyModification::getValue)
                        .containsExactly(text("2"), text("1"));
            }
        }
        try (TestLedger channel = TestLedger.open(folder)) {
            channel.put("d", "1");
            assertThat(channel.ledger().height()).isEqualTo(6);
        }
    }

    @Test
    void a_flipped_bit_in_what_was_kept_makes_the_ledger_read_the_blocks() throws IOException {
        LedgerSnapshot whole;
        try (TestLedger channel = TestLedger.open(folder)) {
            channel.put("a", "1");
            whole = LedgerSnapshot.of(channel);
        }
        byte[] state = Files.readAllBytes(folder.resolve("state"));
        for (int at = 0; at < state.length; at += 67) {
            byte[] damaged = state.clone();
            damaged[at] ^= 4;
            Files.write(folder.resolve("state"), damaged);
            try (TestLedger channel = TestLedger.open(folder)) {
                assertThat(LedgerSnapshot.of(channel)).as("byte %d", at).isEqualTo(whole);
            }
        }
    }

    @Test
    void what_was_kept_of_other_blocks_is_refused() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        try (TestLedger channel = TestLedger.open(other)) {
            channel.put("a", "1");
        }
        try (TestLedger channel = TestLedger.open(folder)) {
            channel.put("a", "1");
            channel.put("a", "2");
        }
        Files.copy(other.resolve("state"), folder.resolve("state"), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> TestLedger.open(folder)).isInstanceOf(UncheckedIOException.class);
    }

    private static ByteString text(String text) {
        return ByteString.copyFromUtf8(text);
    }
}
