package io.provenant.gateway.generator;

import io.provenant.canonical.Digest;
import io.provenant.gateway.log.AnchorLedger;
import io.provenant.gateway.log.IntakeReport;
import io.provenant.gateway.log.Log;
import io.provenant.gateway.log.LogSettings;
import io.provenant.gateway.log.MarketId;
import io.provenant.gateway.log.SeedLogKey;
import io.provenant.gateway.log.TradeRecordFormat;
import io.provenant.gateway.vault.MasterKey;
import io.provenant.merkle.LogOrigin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Measures intake: records a second from NDJSON bytes to signed promises on a flushed disk, and how long one post waits
 * for its promises. Arguments: records, records a post, posting threads. The first tenth is warm-up and not counted.
 */
public final class IntakeBenchmark {

    private static final LogOrigin ORIGIN = new LogOrigin("bench.example/market-1/pty-exchange/trade-0");

    private final int records;
    private final int perPost;
    private final int threads;

    private IntakeBenchmark(int records, int perPost, int threads) {
        this.records = records;
        this.perPost = perPost;
        this.threads = threads;
    }

    /** Runs with these arguments and prints one line. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int records = Integer.parseInt(args[0]);
        int perPost = Integer.parseInt(args[1]);
        int threads = Integer.parseInt(args[2]);
        new IntakeBenchmark(records, perPost, threads).run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private void run(PrintStream out) throws IOException, InterruptedException, ExecutionException {
        List<byte[]> posts = posts();
        Path folder = Files.createTempDirectory("provenant-bench");
        MasterKey master = MasterKey.of(new byte[32]);
        LogSettings settings = LogSettings.of(ORIGIN, new MarketId("market-1", "a".repeat(64)), 60);
        try (Log log = Log.open(
                folder,
                master,
                settings,
                new SeedLogKey(1, new byte[32]),
                new TradeRecordFormat("pty-exchange"),
                Clock.systemUTC())) {
            log.compare(
                    new AnchorLedger.Head(0, new Digest("0".repeat(64)), "", 0)); // of a ledger without a head of it
            int warm = Math.max(1, posts.size() / 10);
            post(log, posts.subList(0, warm));
            long start = System.nanoTime();
            List<Long> waits = post(log, posts.subList(warm, posts.size()));
            double seconds = (System.nanoTime() - start) / 1e9;
            long integrate = System.nanoTime();
            log.integrate();
            double integrated = (System.nanoTime() - integrate) / 1e9;
            print(out, (posts.size() - warm) * (long) perPost, seconds, waits, integrated);
        } finally {
            delete(folder);
        }
    }

    private void print(PrintStream out, long counted, double seconds, List<Long> waits, double integrated) {
        List<Long> sorted = waits.stream().sorted().toList();
        out.printf(
                Locale.ROOT,
                "%d records, %d a post, %d threads: %.0f records/s; promise p50 %.2f ms, p99 %.2f ms; integrated in %.2f s%n",
                counted,
                perPost,
                threads,
                counted / seconds,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                integrated);
    }

    private List<byte[]> posts() {
        List<String> lines = new TradeDay(1, LocalDate.of(2026, 3, 6), records).records();
        List<byte[]> posts = new ArrayList<>();
        for (int from = 0; from + perPost <= lines.size(); from += perPost) {
            posts.add(String.join("\n", lines.subList(from, from + perPost)).getBytes(StandardCharsets.UTF_8));
        }
        return posts;
    }

    private List<Long> post(Log log, List<byte[]> posts) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Long>> answers = new ArrayList<>();
            for (byte[] post : posts) {
                answers.add(pool.submit(() -> wait(log, post)));
            }
            List<Long> waits = new ArrayList<>();
            for (Future<Long> answer : answers) {
                waits.add(answer.get());
            }
            return waits;
        } finally {
            pool.shutdown();
        }
    }

    private long wait(Log log, byte[] post) {
        long start = System.nanoTime();
        IntakeReport report = log.accept(new ByteArrayInputStream(post), false);
        if (report.promised().size() != perPost) {
            throw new IllegalStateException("a post was not kept: " + report.faulty());
        }
        return System.nanoTime() - start;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
