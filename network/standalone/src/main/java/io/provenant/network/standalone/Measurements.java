package io.provenant.network.standalone;

import io.provenant.gateway.vault.FolderLock;
import io.provenant.network.standalone.ledger.LedgerKind;
import io.provenant.network.standalone.story.Load;
import io.provenant.proof.Verification;
import io.provenant.proof.report.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a standalone market takes, side by side in one run after a warm-up: a record as a transaction of its own against
 * a record as a leaf of an anchored log. The CPU time is that of everything: this process with its clients and gateways,
 * PostgreSQL, and the peers, orderers and chaincode services of real Fabric.
 */
public final class Measurements {

    private static final int WARM_UP = 300;
    private static final int USES = 300;
    private static final int RECORDS = 20_000;
    private static final int PROMISES = 400;
    private static final int ROUNDS = 5;
    private static final int RECEIPTS = 3000;

    private final PrintStream out;
    private final Market market;

    private Measurements(PrintStream out, Market market) {
        this.out = out;
        this.market = market;
    }

    private static void printLoad(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "load of the machine: %.1f on %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    /** Measures on a new market: the folder, and {@code embedded}, {@code raft} or {@code bft}. */
    public static void main(String[] arguments) throws IOException {
        Standalone.logThroughLogback();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        DataFolder folder = new DataFolder(Path.of(arguments[0]).toAbsolutePath());
        LedgerKind kind = LedgerKind.parse(arguments[1]);
        FolderLock held = folder.hold();
        try (held) {
            folder.forgetMarket();
            out.println("on " + kind.description());
            printLoad(out);
            measure(out, folder, kind);
            printLoad(out);
        }
    }

    private static void measure(PrintStream out, DataFolder folder, LedgerKind kind) {
        try (Market market = Market.start(folder, kind, Ports.free(), Clock.systemUTC())) {
            PrintStream quiet = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            Demonstration scene = new Demonstration(folder, market, Optional.empty(), Clock.systemUTC());
            scene.load(
                    quiet,
                    load -> new Measurements(out, market)
                            .run(load, folder.story().resolve("trust.json")));
        }
    }

    private void run(Load load, Path trust) {
        load.decide(load.request(WARM_UP));
        load.anchor(RECORDS);
        List<Double> requests = new ArrayList<>();
        List<Double> decisions = new ArrayList<>();
        List<Double> records = new ArrayList<>();
        List<Double> requestCpu = new ArrayList<>();
        List<Double> recordCpu = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> ids = new ArrayList<>();
            requestCpu.add(cpuMs(() -> requests.add(rate(USES, () -> ids.addAll(load.request(USES))))) / USES);
            decisions.add(rate(USES, () -> load.decide(ids)));
            recordCpu.add(cpuMs(() -> records.add(rate(RECORDS, () -> load.anchor(RECORDS)))) / RECORDS);
        }
        print("usage:request committed, a second", requests);
        print("usage:decide committed, a second", decisions);
        print("records anchored, a second, from the POST to the head on the ledger", records);
        print("CPU ms of a usage:request, all processes and the client", requestCpu);
        print("CPU ms of an anchored record, all processes and the client", recordCpu);
        out.printf(
                Locale.ROOT,
                "an anchored record against one transaction a record: %.0f times the rate, 1/%.0f of the CPU%n",
                median(records) / median(requests),
                median(requestCpu) / median(recordCpu));
        promises(load);
        receipts(load, trust);
        memory();
    }

    private void promises(Load load) {
        long[] waits = new long[PROMISES];
        for (int i = 0; i < PROMISES; i++) {
            waits[i] = load.promise();
        }
        Arrays.sort(waits);
        out.printf(
                Locale.ROOT,
                "promise of a single record, one client: p50 %.1f ms, p99 %.1f ms%n",
                waits[PROMISES / 2] / 1e6,
                waits[PROMISES * 99 / 100] / 1e6);
    }

    private void receipts(Load load, Path trust) {
        byte[] receipt = load.receipt(17).canonicalBytes();
        Verification verification = Verification.against(read(trust));
        for (int i = 0; i < RECEIPTS / 3; i++) {
            verification.verify(receipt);
        }
        double rate = rate(RECEIPTS, () -> {
            for (int i = 0; i < RECEIPTS; i++) {
                if (verification.verify(receipt).verdict() != Verdict.VALID) {
                    throw new IllegalStateException("a receipt is not valid");
                }
            }
        });
        out.printf(Locale.ROOT, "receipts verified to ATTESTED, a second, one thread: %.0f%n", rate);
    }

    private void memory() {
        for (String line : new String(read(Path.of("/proc/self/status")), StandardCharsets.US_ASCII).split("\n", -1)) {
            if (line.startsWith("VmRSS") || line.startsWith("VmHWM")) {
                out.println(
                        "memory of this process (three gateways and clients; the embedded node, where there is one): "
                                + line);
            }
        }
    }

    private void print(String what, List<Double> values) {
        out.printf(
                Locale.ROOT,
                "%s: median %.3g (%.3g to %.3g, %d rounds)%n",
                what,
                median(values),
                values.stream().mapToDouble(v -> v).min().orElseThrow(),
                values.stream().mapToDouble(v -> v).max().orElseThrow(),
                values.size());
    }

    private static double rate(int count, Runnable work) {
        long from = System.nanoTime();
        work.run();
        return count / ((System.nanoTime() - from) / 1e9);
    }

    private double cpuMs(Runnable work) {
        long before = cpuNanos();
        work.run();
        return (cpuNanos() - before) / 1e6;
    }

    /** Of all processes that live now; PostgreSQL's and Fabric's live as long as the market. */
    private long cpuNanos() {
        return market.processes()
                .mapToLong(process ->
                        process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L))
                .sum();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
