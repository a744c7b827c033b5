package io.provenant.network.embedded.ledger;

import static io.provenant.network.embedded.ledger.TestLedger.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is left of what was purged, in the state or on the disk. */
class PurgeTest {

    private static final String OWN = "_implicit_org_OneMSP";

    @TempDir
    Path folder;

    private TestLedger channel;

    @BeforeEach
    void open() {
        channel = TestLedger.open(folder);
    }

    @AfterEach
    void close() {
        channel.close();
    }

    @Test
    void a_purge_leaves_neither_value_nor_key_on_the_disk() throws IOException {
        put(OWN, "name of a person", "very secret");
        put(OWN, "other", "kept");
        put(OWN, "name of a person", "still very secret");
        assertThat(filesWith("very secret")).containsExactly("private");

        assertThat(channel.codes(channel.endorse(simulation -> simulation.purgePrivate(OWN, "name of a person"))))
                .containsExactly(VALID);

        assertThat(filesWith("very secret")).isEmpty();
        assertThat(filesWith("name of a person")).isEmpty();
        assertThat(channel.simulate(ONE).getPrivate(OWN, "name of a person")).isEmpty();
        assertThat(channel.simulate(ONE).getPrivate(OWN, "other")).contains(text("kept"));
        channel.reopen();
        assertThat(channel.simulate(ONE).getPrivate(OWN, "name of a person")).isEmpty();
        assertThat(channel.simulate(ONE).getPrivate(OWN, "other")).contains(text("kept"));
    }

    @Test
    void what_is_written_after_a_purge_stays() {
        put(OWN, "key", "old");
        TestTransaction purge = channel.endorse(simulation -> simulation.purgePrivate(OWN, "key"));
        TestTransaction write = channel.endorse(simulation -> simulation.putPrivate(OWN, "key", text("new")));

        assertThat(channel.codes(purge, write)).containsExactly(VALID, VALID);
        assertThat(channel.simulate(ONE).getPrivate(OWN, "key")).contains(text("new"));
        channel.reopen();
        assertThat(channel.simulate(ONE).getPrivate(OWN, "key")).contains(text("new"));
    }

    @Test
    void what_is_written_before_a_purge_in_one_block_goes_with_it() throws IOException {
        TestTransaction write = channel.endorse(simulation -> simulation.putPrivate(OWN, "key", text("very secret")));
        TestTransaction purge = channel.endorse(simulation -> simulation.purgePrivate(OWN, "key"));

        assertThat(channel.codes(write, purge)).containsExactly(VALID, VALID);
        assertThat(channel.simulate(ONE).getPrivate(OWN, "key")).isEmpty();
        assertThat(filesWith("very secret")).isEmpty();
    }

    private void put(String collection, String key, String value) {
        assertThat(channel.codes(channel.endorse(simulation -> simulation.putPrivate(collection, key, text(value)))))
                .containsExactly(VALID);
    }

    private List<String> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> contains(file, text))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteString text(String text) {
        return ByteString.copyFromUtf8(text);
    }
}
