package io.provenant.network.embedded.ledger;

import static io.provenant.network.embedded.ledger.TestLedger.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.rwset.ReadWriteSet;
import io.provenant.network.embedded.state.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a simulation answers and records, as {@code rwsetutil} and {@code txmgr} of Fabric 3.1.5 do. */
class SimulationTest {

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger channel;

    @BeforeEach
    void open() {
        channel = TestLedger.open(folder);
    }

    @Test
    void a_key_that_is_not_there_is_read_without_a_version() {
        Simulation simulation = channel.simulate(ONE);

        assertThat(simulation.get("a")).isEmpty();
        assertThat(keys(simulation).getReadsList())
                .containsExactly(KVRead.newBuilder().setKey("a").build());
    }

    @Test
    void a_deleted_key_is_read_as_one_that_never_was() {
        channel.put("a", "1");
        channel.put("a", "");
        Simulation simulation = channel.simulate(ONE);

        assertThat(simulation.get("a")).isEmpty();
        assertThat(keys(simulation).getReads(0).hasVersion()).isFalse();
    }

    @Test
    void a_read_has_the_version_of_the_last_write() {
        channel.put("a", "1");
        channel.put("b", "1", "a", "2");
        Simulation simulation = channel.simulate(ONE);

        assertThat(simulation.get("a")).contains(text("2"));
        assertThat(keys(simulation).getReadsList()).containsExactly(read("a", 2, 0));
    }

    @Test
    void own_writes_are_not_read_back() {
        channel.put("a", "1");
        Simulation simulation = channel.simulate(ONE);
        simulation.put("a", text("2"));
        simulation.delete("a");

        assertThat(simulation.get("a")).contains(text("1"));
        assertThat(keys(simulation).getWritesList())
                .containsExactly(
                        KVWrite.newBuilder().setKey("a").setIsDelete(true).build());
    }

    @Test
    void the_last_write_of_a_key_stays_and_an_empty_value_deletes() {
        Simulation simulation = channel.simulate(ONE);
        simulation.put("b", text("1"));
        simulation.put("b", text("2"));
        simulation.put("a", ByteString.EMPTY);

        assertThat(keys(simulation).getWritesList())
                .containsExactly(
                        KVWrite.newBuilder().setKey("a").setIsDelete(true).build(),
                        KVWrite.newBuilder().setKey("b").setValue(text("2")).build());
    }

    @Test
    void reads_and_writes_are_sorted_by_their_bytes_and_never_doubled() {
        Simulation simulation = channel.simulate(ONE);
        List<String> keys = List.of("b", "\ud83d\ude00", "\uffee", "a", "b");
        keys.forEach(key -> {
            simulation.get(key);
            simulation.put(key, text("1"));
        });

        KVRWSet set = keys(simulation);
        assertThat(set.getReadsList()).extracting(KVRead::getKey).containsExactly("a", "b", "\uffee", "\ud83d\ude00");
        assertThat(set.getWritesList()).extracting(KVWrite::getKey).containsExactly("a", "b", "\uffee", "\ud83d\ude00");
    }

    @Test
    void every_transaction_reads_the_sequence_of_the_chaincode() throws Exception {
        ReadWriteSet set = ReadWriteSet.parse(channel.simulate(ONE).finish().readWriteSet());

        assertThat(set.namespaces())
                .extracting(ReadWriteSet.OfNamespace::namespace)
                .containsExactly("_lifecycle");
        assertThat(set.namespaces().get(0).keys().getReadsList())
                .containsExactly(read("namespaces/fields/notes/Sequence", 0, 1));
    }

    @Test
    void metadata_is_read_with_its_key_and_written_beside_it() {
        channel.put("a", "1");
        Simulation simulation = channel.simulate(ONE);
        assertThat(simulation.metadata("a")).isEmpty();
        simulation.putMetadata("a", "VALIDATION_PARAMETER", text("policy"));

        KVRWSet set = keys(simulation);
        assertThat(set.getReadsList()).containsExactly(read("a", 1, 0));
        assertThat(set.getWritesList()).isEmpty();
        KVMetadataWrite write = set.getMetadataWrites(0);
        assertThat(write.getKey()).isEqualTo("a");
        assertThat(write.getEntries(0).getName()).isEqualTo("VALIDATION_PARAMETER");
        assertThat(write.getEntries(0).getValue()).isEqualTo(text("policy"));
    }

    @Test
    void a_range_that_was_read_to_its_end_covers_all_of_it() {
        channel.put("a", "1", "b", "1", "c", "1");
        Simulation simulation = channel.simulate(ONE);

        assertThat(names(simulation.range("a", "c").next())).containsExactly("a", "b");

        RangeQueryInfo info = keys(simulation).getRangeQueriesInfo(0);
        assertThat(info.getStartKey()).isEqualTo("a");
        assertThat(info.getEndKey()).isEqualTo("c");
        assertThat(info.getItrExhausted()).isTrue();
        assertThat(info.getRawReads().getKvReadsList()).containsExactly(read("a", 1, 0), read("b", 1, 0));
    }

    @Test
    void a_range_without_an_end_reads_to_the_last_key() {
        channel.put("a", "1", "b", "1");
        Simulation simulation = channel.simulate(ONE);

        assertThat(names(simulation.range("", "").next())).containsExactly("a", "b");
        assertThat(keys(simulation).getRangeQueriesInfo(0).getEndKey()).isEmpty();
    }

    @Test
    void a_range_over_nothing_records_neither_reads_nor_hashes() {
        Simulation simulation = channel.simulate(ONE);

        assertThat(simulation.range("x", "y").next().results()).isEmpty();

        RangeQueryInfo info = keys(simulation).getRangeQueriesInfo(0);
        assertThat(info.getItrExhausted()).isTrue();
        assertThat(info.getReadsInfoCase()).isEqualTo(RangeQueryInfo.ReadsInfoCase.READSINFO_NOT_SET);
    }

    @Test
    void a_first_batch_reads_one_key_further_than_it_gives() {
        channel.put(many(120));
        Simulation simulation = channel.simulate(ONE);

        Scan.Batch<KV> batch = simulation.range("k", "l").next();

        assertThat(batch.results()).hasSize(100);
        assertThat(batch.hasMore()).isTrue();
        RangeQueryInfo info = keys(simulation).getRangeQueriesInfo(0);
        assertThat(info.getEndKey()).isEqualTo("k100");
        assertThat(info.getItrExhausted()).isFalse();
        assertThat(info.getReadsMerkleHashes().getMaxDegree()).isEqualTo(50);
        assertThat(info.getReadsMerkleHashes().getMaxLevelHashesList()).hasSize(2);
    }

    @Test
    void batches_go_on_where_the_last_one_ended() {
        channel.put(many(230));
        Scan<KV> scan = channel.simulate(ONE).range("k", "l");
        List<String> read = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Scan.Batch<KV> batch;
        do {
            batch = scan.next();
            read.addAll(names(batch));
            sizes.add(batch.results().size());
        } while (batch.hasMore());

        assertThat(sizes).containsExactly(100, 100, 30);
        assertThat(read).hasSize(230).isSorted().doesNotHaveDuplicates();
        assertThatThrownBy(scan::next).isInstanceOf(LedgerException.class).hasMessage("query iterator not found");
    }

    @Test
    void exactly_one_batch_has_no_more() {
        channel.put(many(100));

        Scan.Batch<KV> batch = channel.simulate(ONE).range("k", "l").next();

        assertThat(batch.results()).hasSize(100);
        assertThat(batch.hasMore()).isFalse();
    }

    @Test
    void ranges_stay_in_the_order_in_which_they_were_opened_and_equal_ones_are_one() {
        channel.put("a", "1", "b", "1");
        Simulation simulation = channel.simulate(ONE);
        simulation.range("b", "c").next();
        simulation.range("a", "b").next();
        simulation.range("b", "c").next();

        assertThat(keys(simulation).getRangeQueriesInfoList())
                .extracting(RangeQueryInfo::getStartKey)
                .containsExactly("b", "a");
    }

    @Test
    void history_gives_every_value_the_newest_first() {
        channel.put("a", "1");
        channel.put("a", "2", "b", "2");
        channel.put("a", "");
        TestTransaction loser = channel.endorse(simulation -> {
            simulation.get("b");
            simulation.put("a", text("never"));
        });
        channel.put("b", "3");
        assertThat(channel.codes(loser).get(0).getNumber()).isEqualTo(11);

        List<KeyModification> history =
                channel.simulate(ONE).history("a").next().results();

        assertThat(history).extracting(KeyModification::getIsDelete).containsExactly(true, false, false);
        assertThat(history).extracting(KeyModification::getValue).containsExactly(text(""), text("2"), text("1"));
        assertThat(history).allSatisfy(entry -> {
            assertThat(entry.getTxId()).hasSize(64);
            assertThat(entry.getTimestamp().getSeconds()).isEqualTo(1_700_000_000);
        });
    }

    @Test
    void history_leaves_no_trace_and_ends_with_the_state_of_the_simulation() {
        channel.put("a", "1");
        Simulation simulation = channel.simulate(ONE);
        channel.put("a", "2");

        assertThat(simulation.history("a").next().results())
                .extracting(KeyModification::getValue)
                .containsExactly(text("1"));
        simulation.put("c", text("1"));
        assertThat(keys(simulation).getReadsList()).isEmpty();
    }

    @Test
    void a_simulation_sees_the_block_that_it_began_on() {
        channel.put("a", "1", "b", "1");
        Simulation simulation = channel.simulate(ONE);
        channel.put("a", "2", "b", "", "bb", "2");

        assertThat(simulation.get("a")).contains(text("1"));
        assertThat(names(simulation.range("", "").next())).containsExactly("a", "b");
        assertThat(keys(simulation).getReadsList()).containsExactly(read("a", 1, 0));
    }

    @Test
    void a_finished_simulation_answers_nothing_more() {
        Simulation simulation = channel.simulate(ONE);
        Scan<KV> scan = simulation.range("", "");
        simulation.finish();

        assertThatThrownBy(() -> simulation.get("a"))
                .isInstanceOf(LedgerException.class)
                .hasMessage("this instance should not be used after calling Done()");
        assertThatThrownBy(() -> simulation.put("a", text("1"))).isInstanceOf(LedgerException.class);
        assertThatThrownBy(scan::next).isInstanceOf(LedgerException.class);
        assertThatThrownBy(simulation::finish)
                .hasMessage("this function should only be called once on a transaction simulator instance");
    }

    private static KVRWSet keys(Simulation simulation) {
        return TestLedger.ofChaincode(simulation.finish().readWriteSet()).keys();
    }

    private static KVRead read(String key, long block, long position) {
        return KVRead.newBuilder()
                .setKey(key)
                .setVersion(new Version(block, position).toMessage())
                .build();
    }

    private static List<String> names(Scan.Batch<KV> batch) {
        return batch.results().stream().map(KV::getKey).toList();
    }

    private static String[] many(int count) {
        return IntStream.range(0, count)
                .boxed()
                .flatMap(i -> Stream.of(String.format(Locale.ROOT, "k%03d", i), "1"))
                .toArray(String[]::new);
    }

    private static ByteString text(String text) {
        return ByteString.copyFromUtf8(text);
    }
}
