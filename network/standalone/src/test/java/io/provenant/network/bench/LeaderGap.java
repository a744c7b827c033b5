package io.provenant.network.bench;

import io.provenant.network.fabric.FabricNetwork;
import io.provenant.network.fabric.MemberSettings;
import io.provenant.network.fabric.NodeControl;
import io.provenant.network.standalone.ledger.LedgerKind;
import io.provenant.network.standalone.ledger.LedgerSpec;
import io.provenant.network.standalone.ledger.RunningLedger;
import io.provenant.network.wire.GatewayCalls;
import io.provenant.network.wire.Signer;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a client sees nothing committed when the leading one of four BFT orderers is killed. Each time the one that says
 * that it leads is killed, and the next kill waits until the one before is back and has caught up.
 */
public final class LeaderGap {

    private static final int IN_FLIGHT = 16;
    private static final int KILLS = 3;
    private static final int WARM_UP = 300;
    private static final Duration STEADY = Duration.ofSeconds(20);
    private static final Duration WITHOUT = Duration.ofSeconds(12);
    private static final String CHANNEL = "market";

    private LeaderGap() {}

    /** Measures on a new network in the folder that the only argument names. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LedgerSpec spec =
                new LedgerSpec(CHANNEL, MemberSettings.market(), List.of(new PlainCode()), Duration.ofSeconds(30));
        Map<String, Integer> errors;
        try (RunningLedger ledger =
                LedgerKind.BFT.up(spec, Path.of(arguments[0]).toAbsolutePath())) {
            errors = measure(ledger, out);
        }
        System.exit(errors.isEmpty() ? 0 : 1);
    }

    private static Map<String, Integer> measure(RunningLedger ledger, PrintStream out) throws InterruptedException {
        String mspId = MemberSettings.market().get(0).mspId();
        Signer signer = Signer.of(mspId, ledger.organisation(mspId).client("client", new TreeMap<>()));
        PlainClient client = new PlainClient(GatewayCalls.of(ledger.connect(mspId)), signer, CHANNEL);
        FabricNetwork network = ledger.processes().orElseThrow();
        AtomicBoolean goesOn = new AtomicBoolean(true);
        try (LoadLoop loop = new LoadLoop(IN_FLIGHT)) {
            loop.run(WARM_UP, client::create);
            CompletableFuture<LoadLoop.Result> load = CompletableFuture.supplyAsync(() -> run(loop, goesOn, client));
            long[] kills = new long[KILLS];
            int[] leaders = new int[KILLS];
            pause(STEADY);
            for (int i = 0; i < KILLS; i++) {
                leaders[i] = network.leader().orElseThrow();
                NodeControl leader = network.orderer(leaders[i]);
                kills[i] = System.nanoTime();
                leader.kill();
                pause(WITHOUT);
                leader.start();
                pause(STEADY);
            }
            goesOn.set(false);
            LoadLoop.Result result = load.join();
            for (int i = 0; i < KILLS; i++) {
                out.printf(
                        Locale.ROOT,
                        "orderer %d, leading, killed: nothing committed for %.1f s%n",
                        leaders[i],
                        gap(result.endNanos(), kills[i]) / 1e9);
            }
            out.printf(
                    Locale.ROOT,
                    "longest time without a commit while nothing was killed: %.1f s%n",
                    calmGap(result.endNanos(), kills) / 1e9);
            out.printf(
                    Locale.ROOT,
                    "%d creates committed, %.0f a second, errors %s, load of the machine %.1f%n",
                    result.endNanos().size(),
                    result.perSecond(),
                    result.errors().isEmpty() ? "0" : result.errors(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            return result.errors();
        }
    }

    private static LoadLoop.Result run(LoadLoop loop, AtomicBoolean goesOn, PlainClient client) {
        try {
            return loop.runWhile(goesOn::get, client::create);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The longest time between two commits that ends after a moment and begins in what follows it. */
    private static long gap(List<Long> ends, long kill) {
        long longest = 0;
        for (int i = 1; i < ends.size(); i++) {
            if (ends.get(i) > kill && ends.get(i - 1) < kill + WITHOUT.toNanos()) {
                longest = Math.max(longest, ends.get(i) - ends.get(i - 1));
            }
        }
        return longest;
    }

    private static long calmGap(List<Long> ends, long[] kills) {
        long longest = 0;
        for (int i = 1; i < ends.size(); i++) {
            if (ends.get(i) < kills[0]) {
                longest = Math.max(longest, ends.get(i) - ends.get(i - 1));
            }
        }
        return longest;
    }

    private static void pause(Duration span) {
        long until = System.nanoTime() + span.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
