package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import com.sun.management.OperatingSystemMXBean;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hyperledger.fabric.protos.common.Envelope;

/**
 * Commits transactions of two endorsements, one read and one write each, and opens the ledger again. Not a test; prints
 * rates. Arguments: transactions, transactions a block.
 */
final class LedgerBenchmark {

    private LedgerBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        int blockSize = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("ledger");
        try (TestLedger channel = TestLedger.open(folder, ChaincodeDefinition.of("notes", "1.0"))) {
            for (int round = 0; round * 20 * blockSize < count; round++) {
                List<Envelope> envelopes = new ArrayList<>();
                int base = round * 20 * blockSize;
                Span endorsing = Span.begin();
                for (int i = base; i < base + 20 * blockSize; i++) {
                    String key = "key!" + i;
                    envelopes.add(channel.endorse(simulation -> {
                                simulation.get(key);
                                simulation.put(key, ByteString.copyFromUtf8("x".repeat(500)));
                            })
                            .envelope());
                }
                endorsing.print("endorse", envelopes.size());
                Span committing = Span.begin();
                for (int i = 0; i < envelopes.size(); i += blockSize) {
                    channel.ledger().commit(envelopes.subList(i, Math.min(i + blockSize, envelopes.size())));
                }
                committing.print("commit", envelopes.size());
            }
            Span opening = Span.begin();
            channel.reopen();
            opening.print("open again", count);
        }
    }

    /** Wall clock and processor time of all threads, for a machine that others use too. */
    private record Span(long wall, long processor) {

        private static final OperatingSystemMXBean SYSTEM =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        static Span begin() {
            return new Span(System.nanoTime(), SYSTEM.getProcessCpuTime());
        }

        void print(String what, int count) {
            double wallMillis = (System.nanoTime() - wall) / 1e6;
            double processorMillis = (SYSTEM.getProcessCpuTime() - processor) / 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %6d in %7.0f ms (%6.0f a second), %6.3f processor ms each (%6.0f a second of a core)%n",
                    what,
                    count,
                    wallMillis,
                    count * 1e3 / wallMillis,
                    processorMillis / count,
                    count * 1e3 / processorMillis);
        }
    }
}
