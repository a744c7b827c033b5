package io.provenant.network.embedded.ledger;

import static io.provenant.network.embedded.ledger.TestLedger.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.MVCC_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers, writers and listeners at the same time. */
class ConcurrencyTest {

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private TestLedger channel;

    @BeforeEach
    void open() {
        channel = TestLedger.open(folder);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        channel.close();
    }

    @Test
    void a_simulation_never_sees_half_a_block() throws Exception {
        channel.put("left", "0", "right", "0");
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicInteger seen = new AtomicInteger();
        List<Future<?>> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            readers.add(threads.submit(() -> {
                int last = 0;
                while (!isOver.get()) {
                    Simulation simulation = channel.simulate(ONE);
                    ByteString left = simulation.get("left").orElseThrow();
                    List<KV> both = simulation.range("left", "s").next().results();
                    assertThat(simulation.get("right")).contains(left);
                    assertThat(both).extracting(KV::getValue).containsExactly(left, left);
                    int now = Integer.parseInt(left.toStringUtf8());
                    assertThat(now).isGreaterThanOrEqualTo(last);
                    last = now;
                    seen.incrementAndGet();
                }
            }));
        }
        for (int i = 1; i <= 60; i++) {
            String value = "" + i;
            // two transactions of one block, each a half
            TestTransaction left = channel.endorse(s -> s.put("left", ByteString.copyFromUtf8(value)));
            TestTransaction right = channel.endorse(s -> s.put("right", ByteString.copyFromUtf8(value)));
            assertThat(channel.codes(left, right)).containsExactly(VALID, VALID);
        }
        isOver.set(true);
        for (Future<?> reader : readers) {
            reader.get();
        }

        assertThat(seen.get()).isGreaterThan(60);
    }

    @Test
    void a_counter_that_many_raise_counts_every_valid_transaction() throws Exception {
        channel.put("counter", "0");
        List<Future<Integer>> writers = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            writers.add(threads.submit(() -> {
                int valid = 0;
                while (valid < 15) {
                    List<TxValidationCode> codes = channel.codes(channel.endorse(simulation -> {
                        int value = Integer.parseInt(
                                simulation.get("counter").orElseThrow().toStringUtf8());
                        simulation.put("counter", ByteString.copyFromUtf8("" + (value + 1)));
                    }));
                    assertThat(codes).isSubsetOf(VALID, MVCC_READ_CONFLICT);
                    valid += codes.get(0) == VALID ? 1 : 0;
                }
                return valid;
            }));
        }
        for (Future<Integer> writer : writers) {
            writer.get();
        }

        assertThat(channel.simulate(ONE).get("counter").map(ByteString::toStringUtf8))
                .contains("60");
    }

    @Test
    void listeners_are_told_of_every_block_in_order_once_it_can_be_read() throws Exception {
        List<Long> told = new ArrayList<>();
        channel.ledger().subscribe(block -> {
            long number = block.getHeader().getNumber();
            assertThat(channel.ledger().height()).isEqualTo(number + 1);
            assertThat(channel.ledger().block(number)).isEqualTo(block);
            told.add(number);
        });
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            writers.add(threads.submit(() ->
                    channel.codes(channel.endorse(simulation -> simulation.put("a", ByteString.copyFromUtf8("1"))))));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }

        assertThat(told).hasSize(20).isSorted().doesNotHaveDuplicates().startsWith(1L);
    }

    @Test
    void a_listener_that_fails_keeps_nobody_from_hearing() {
        List<Block> told = new ArrayList<>();
        channel.ledger().subscribe(block -> {
            throw new IllegalStateException("the listener's own trouble");
        });
        Subscription other = channel.ledger().subscribe(told::add);
        TestTransaction transaction = channel.endorse(simulation -> simulation.put("a", ByteString.copyFromUtf8("1")));

        assertThatThrownBy(() -> channel.commit(transaction)).hasMessage("the listener's own trouble");
        assertThat(told).hasSize(1);
        assertThat(channel.ledger().transaction(transaction.txId())).isPresent();
        other.close();
        assertThatThrownBy(() -> channel.put("b", "1")).isInstanceOf(IllegalStateException.class);
        assertThat(told).hasSize(1);
        assertThat(channel.simulate(ONE).get("b")).isNotEqualTo(Optional.empty());
    }

    @Test
    void nothing_is_committed_as_an_empty_block() {
        assertThatThrownBy(() -> channel.ledger().commit(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> channel.ledger().block(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> channel.ledger().block(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
