package io.provenant.network.embedded.ledger;

import static io.provenant.network.embedded.ledger.TestLedger.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.MVCC_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.PHANTOM_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random transactions, endorsed on one state and ordered on another, against a model that is a map and a counter of
 * writes for each key: a transaction is valid where nothing it saw has changed, and changes the map then.
 */
class RandomScheduleTest {

    private static final int KEYS = 320;
    private static final int HOT_KEYS = 16;

    @TempDir
    Path folder;

    /** A value and the number of the write that made it, as a naive ledger would keep them. */
    private record Cell(String value, long write) {}

    /** One transaction: what it does, and what the model saw when it was endorsed. */
    private record Planned(
            TestTransaction transaction,
            boolean isEndorsed,
            SortedMap<String, Long> reads,
            List<SeenRange> ranges,
            SortedMap<String, String> writes) {}

    /** What a range gave up to where it was read; an open end means to the last key. */
    private record SeenRange(String from, String to, boolean isToIncluded, SortedMap<String, Long> seen) {}

    private final TreeMap<String, Cell> model = new TreeMap<>();
    private final Set<String> touched = new HashSet<>();
    private long writes;
    private int longRanges;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void ledger_and_model_agree_on_every_code_and_every_key(long seed) {
        Random random = new Random(seed);
        List<Planned> waiting = new ArrayList<>();
        int conflicts = 0;
        int phantoms = 0;
        try (TestLedger channel = TestLedger.open(folder)) {
            fill(channel);
            for (int round = 0; round < 60; round++) {
                int count = 1 + random.nextInt(5);
                for (int i = 0; i < count; i++) {
                    waiting.add(plan(channel, random));
                }
                List<Planned> block = take(waiting, random);
                touched.clear(); // even a deletion of nothing conflicts with a read in the same block
                List<TxValidationCode> expected =
                        block.stream().map(this::apply).toList();
                for (int i = 0; i < block.size(); i++) {
                    boolean isLong = block.get(i).ranges().stream().anyMatch(SeenRange::isToIncluded);
                    longRanges += isLong && expected.get(i) == VALID ? 1 : 0;
                }
                List<TxValidationCode> actual =
                        channel.codes(block.stream().map(Planned::transaction).toArray(TestTransaction[]::new));

                assertThat(actual).as("seed %d, round %d", seed, round).isEqualTo(expected);
                assertThat(state(channel)).as("seed %d, round %d", seed, round).isEqualTo(values());
                conflicts += (int)
                        expected.stream().filter(MVCC_READ_CONFLICT::equals).count();
                phantoms += (int)
                        expected.stream().filter(PHANTOM_READ_CONFLICT::equals).count();
                if (round % 20 == 19) {
                    channel.reopen();
                }
            }
        }
        assertThat(conflicts).as("conflicts of seed %d", seed).isPositive();
        assertThat(phantoms).as("phantoms of seed %d", seed).isPositive();
        assertThat(longRanges)
                .as("ranges of seed %d that were not read to their end", seed)
                .isPositive();
    }

    private void fill(TestLedger channel) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < KEYS; i += 2) {
            all.add(key(i));
            all.add("0");
            model.put(key(i), new Cell("0", writes++));
        }
        channel.put(all.toArray(String[]::new));
    }

    private Planned plan(TestLedger channel, Random random) {
        SortedMap<String, Long> reads = new TreeMap<>();
        List<SeenRange> ranges = new ArrayList<>();
        SortedMap<String, String> written = new TreeMap<>();
        boolean isEndorsed = random.nextInt(8) > 0;
        TestTransaction transaction = channel.endorse(
                simulation -> {
                    for (int i = random.nextInt(3); i > 0; i--) {
                        String key = anyKey(random);
                        Cell cell = model.get(key);
                        assertThat(simulation
                                        .get(key)
                                        .map(ByteString::toStringUtf8)
                                        .orElse(null))
                                .isEqualTo(cell == null ? null : cell.value());
                        reads.put(key, cell == null ? -1 : cell.write());
                    }
                    if (random.nextInt(3) == 0) {
                        ranges.add(range(simulation, random));
                    }
                    for (int i = random.nextInt(3); i > 0; i--) {
                        String key = anyKey(random);
                        String value = random.nextInt(4) == 0 ? "" : "v" + random.nextInt(1000);
                        simulation.put(key, ByteString.copyFromUtf8(value));
                        written.put(key, value);
                    }
                },
                isEndorsed ? new String[] {ONE, TestLedger.TWO} : new String[] {ONE});
        return new Planned(transaction, isEndorsed, reads, ranges, written);
    }

    /** A range of any length, read for a batch or to its end; the model knows what a batch covers. */
    private SeenRange range(Simulation simulation, Random random) {
        String from = random.nextInt(5) == 0 ? "" : key(random.nextInt(KEYS));
        String to = random.nextInt(5) == 0 ? "" : key(random.nextInt(KEYS));
        boolean isWhole = random.nextBoolean();
        SortedMap<String, Long> inside = inside(from, to, false);
        Scan<KV> scan = simulation.range(from, to);
        Scan.Batch<KV> batch = scan.next();
        List<String> keys =
                new ArrayList<>(batch.results().stream().map(KV::getKey).toList());
        while (isWhole && batch.hasMore()) {
            batch = scan.next();
            keys.addAll(batch.results().stream().map(KV::getKey).toList());
        }
        List<String> expected = List.copyOf(inside.keySet());
        if (!batch.hasMore()) {
            assertThat(keys).isEqualTo(expected);
            return new SeenRange(from, to, false, inside);
        }
        assertThat(keys).isEqualTo(expected.subList(0, 100));
        String last = expected.get(100);
        return new SeenRange(from, last, true, inside(from, last, true));
    }

    private List<Planned> take(List<Planned> waiting, Random random) {
        List<Planned> block = new ArrayList<>();
        int count = 1 + random.nextInt(waiting.size());
        for (int i = 0; i < count; i++) {
            block.add(waiting.remove(random.nextInt(waiting.size())));
        }
        return block;
    }

    private TxValidationCode apply(Planned planned) {
        if (!planned.isEndorsed()) {
            return ENDORSEMENT_POLICY_FAILURE;
        }
        for (var read : planned.reads().entrySet()) {
            Cell cell = model.get(read.getKey());
            if (read.getValue() != (cell == null ? -1 : cell.write()) || touched.contains(read.getKey())) {
                return MVCC_READ_CONFLICT;
            }
        }
        for (SeenRange range : planned.ranges()) {
            if (!inside(range.from(), range.to(), range.isToIncluded()).equals(range.seen())) {
                return PHANTOM_READ_CONFLICT;
            }
        }
        planned.writes().forEach((key, value) -> {
            touched.add(key);
            if (value.isEmpty()) {
                model.remove(key);
            } else {
                model.put(key, new Cell(value, writes++));
            }
        });
        return VALID;
    }

    private SortedMap<String, Long> inside(String from, String to, boolean isToIncluded) {
        SortedMap<String, Long> inside = new TreeMap<>();
        model.forEach((key, cell) -> {
            boolean isBefore = to.isEmpty() || key.compareTo(to) < 0 || (isToIncluded && key.equals(to));
            if (key.compareTo(from) >= 0 && isBefore) {
                inside.put(key, cell.write());
            }
        });
        return inside;
    }

    private SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        model.forEach((key, cell) -> values.put(key, cell.value()));
        return values;
    }

    private static SortedMap<String, String> state(TestLedger channel) {
        SortedMap<String, String> state = new TreeMap<>();
        Scan<KV> scan = channel.simulate(ONE).range("", "");
        Scan.Batch<KV> batch;
        do {
            batch = scan.next();
            batch.results().forEach(kv -> state.put(kv.getKey(), kv.getValue().toStringUtf8()));
        } while (batch.hasMore());
        return state;
    }

    /** Half of the time one of a few, for which many compete. */
    private static String anyKey(Random random) {
        return key(random.nextInt(random.nextBoolean() ? KEYS : HOT_KEYS));
    }

    private static String key(int number) {
        return String.format(Locale.ROOT, "k%03d", number);
    }
}
