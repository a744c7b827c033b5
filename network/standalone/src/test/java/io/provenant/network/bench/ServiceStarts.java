package io.provenant.network.bench;

import io.provenant.network.fabric.FabricNetwork;
import io.provenant.network.fabric.node.Health;
import io.provenant.network.fabric.node.NodeEnvironment;
import io.provenant.network.fabric.node.NodeProcess;
import io.provenant.network.fabric.node.PeerPlace;
import io.provenant.network.standalone.ledger.LedgerCode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a chaincode service takes until it listens, and what memory it holds then and after load. */
public final class ServiceStarts {

    private static final int ROUNDS = 5;
    private static final long LOOK_NANOS = 2_000_000;
    private static final String NO_DIGEST = "0".repeat(64);
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+([0-9]+) kB");

    private final FabricNetwork network;
    private final PrintStream out;

    /** Of services like those of this network. */
    public ServiceStarts(FabricNetwork network, PrintStream out) {
        this.network = network;
        this.out = out;
    }

    /** Starts each alone, one after the other, round by round. */
    public void measure(List<? extends LedgerCode> codes) {
        Map<LedgerCode, List<Double>> millis = new LinkedHashMap<>();
        Map<LedgerCode, List<Double>> megabytes = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (LedgerCode code : codes) {
                start(
                        code,
                        millis.computeIfAbsent(code, absent -> new ArrayList<>()),
                        megabytes.computeIfAbsent(code, absent -> new ArrayList<>()));
            }
        }
        Map<String, List<Double>> loaded = loaded();
        millis.forEach((code, all) -> out.printf(
                Locale.ROOT,
                "service of %s: listens after %.2f s (median of %d), RSS %.0f MB then, %.0f MB after the load%n",
                code.chaincode(),
                Samples.median(all) / 1000,
                ROUNDS,
                Samples.median(megabytes.getOrDefault(code, List.of())),
                Samples.median(loaded.getOrDefault(code.chaincode(), List.of(0.0)))));
    }

    private void start(LedgerCode code, List<Double> millis, List<Double> megabytes) {
        PeerPlace peer = network.plan().peers().get(0);
        int port = freePort();
        Map<String, String> environment =
                NodeEnvironment.service(peer, code.label() + ":" + NO_DIGEST, "127.0.0.1:" + port);
        Path log = network.plan().log("start-of-" + code.chaincode());
        long from = System.nanoTime();
        try (NodeProcess process =
                NodeProcess.start("start of " + code.chaincode(), code.command(), environment, log)) {
            while (!Health.isServed(port)) {
                process.requireRunning();
                LockSupport.parkNanos(LOOK_NANOS);
            }
            millis.add((System.nanoTime() - from) / 1e6);
            megabytes.add(megabytes(process));
        }
    }

    /** What the services of the network hold now, by chaincode. */
    private Map<String, List<Double>> loaded() {
        Map<String, List<Double>> byCode = new TreeMap<>();
        network.processes().stream()
                .filter(process -> !process.name().matches("(orderer|peer).*"))
                .forEach(process -> byCode.computeIfAbsent(
                                process.name().replaceAll("[._].*", ""), absent -> new ArrayList<>())
                        .add(megabytes(process)));
        return byCode;
    }

    private static double megabytes(NodeProcess process) {
        return process.handles().mapToDouble(ServiceStarts::megabytes).sum();
    }

    private static double megabytes(ProcessHandle process) {
        try {
            String status = Files.readString(Path.of("/proc", "" + process.pid(), "status"), StandardCharsets.US_ASCII);
            Matcher resident = RESIDENT.matcher(status);
            return resident.find() ? Long.parseLong(resident.group(1)) / 1024.0 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the memory of " + process.pid(), e);
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback", e);
        }
    }
}
