package io.provenant.network.embedded.ledger;

import static io.provenant.network.embedded.ledger.TestLedger.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is left of what was purged, in the state or on the disk. */
class PurgeTest {

    private static final String OWN = "_implicit_org_OneMSP";

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger channel;

    @BeforeEach
    void open() {
        channel = TestLedger.open(folder);
    }

    @Test
    void a_purge_leaves_neither_value_nor_key_on_the_disk() throws IOException {
        channel.putPrivate(OWN, "name of a person", "very secret");
        channel.putPrivate(OWN, "other", "kept");
        channel.putPrivate(OWN, "name of a person", "still very secret");
        assertThat(channel.filesWith("very secret")).containsExactly("private");

        assertThat(channel.codes(channel.endorse(simulation -> simulation.purgePrivate(OWN, "name of a person"))))
                .containsExactly(VALID);

        assertThat(channel.filesWith("very secret")).isEmpty();
        assertThat(channel.filesWith("name of a person")).isEmpty();
        assertThat(channel.simulate(ONE).getPrivate(OWN, "name of a person")).isEmpty();
        assertThat(channel.simulate(ONE).getPrivate(OWN, "other")).contains(text("kept"));
        channel.reopen();
        assertThat(channel.simulate(ONE).getPrivate(OWN, "name of a person")).isEmpty();
        assertThat(channel.simulate(ONE).getPrivate(OWN, "other")).contains(text("kept"));
    }

    @Test
    void what_is_written_after_a_purge_stays() {
        channel.putPrivate(OWN, "key", "old");
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
        assertThat(channel.filesWith("very secret")).isEmpty();
    }

    private static ByteString text(String text) {
        return ByteString.copyFromUtf8(text);
    }
}
