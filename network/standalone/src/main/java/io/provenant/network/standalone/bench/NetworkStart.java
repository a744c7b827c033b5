package io.provenant.network.standalone.bench;

import io.grpc.ManagedChannel;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.rules.DraftRuleSet;
import io.provenant.ledger.Role;
import io.provenant.network.fabric.NodeControl;
import io.provenant.network.identity.Credential;
import io.provenant.network.standalone.ProvenantCode;
import io.provenant.network.standalone.identity.Member;
import io.provenant.network.standalone.ledger.LedgerKind;
import io.provenant.network.standalone.ledger.LedgerSpec;
import io.provenant.network.standalone.ledger.RunningLedger;
import io.provenant.proof.crypto.BouncyCastleDigests;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/**
 * How long a network of processes takes from nothing: from {@code scripts/network up} in an empty folder, and again with
 * its data, to the first transaction committed through a gateway; and what its chaincode services take by themselves.
 */
public final class NetworkStart {

    private final NetworkScript script;
    private final int runs;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private NetworkStart(NetworkScript script, int runs) {
        this.script = script;
        this.runs = runs;
    }

    /** Arguments: the script, a folder that it may fill and delete, the number of runs. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        NetworkStart start =
                new NetworkStart(new NetworkScript(Path.of(arguments[0]), folder), Integer.parseInt(arguments[2]));
        start.network("raft");
        start.network("bft");
        start.services();
    }

    /** A service by itself, in a network that is idle: killed, and started until it listens. */
    private void services() {
        List<Double> seconds = new ArrayList<>();
        NetworkScript own = new NetworkScript(
                script.script(), script.folder().resolveSibling(script.folder().getFileName() + "-services"));
        own.run("reset");
        LedgerSpec spec = new LedgerSpec(
                "market",
                Member.all().stream().map(Member::settings).toList(),
                List.of(new ProvenantCode()),
                Duration.ofSeconds(30));
        try (RunningLedger ledger = LedgerKind.RAFT.up(spec, own.folder())) {
            NodeControl service = ledger.processes().orElseThrow().service("RegulatorMSP", "provenant");
            for (int run = 0; run < 2 * runs; run++) {
                service.kill();
                long from = System.nanoTime();
                service.start();
                seconds.add((System.nanoTime() - from) / 1e9);
            }
        }
        own.run("reset");
        print("a chaincode service alone: seconds until it listens", seconds);
    }

    private void network(String consensus) {
        List<Double> fresh = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        script.run("reset");
        for (int run = 0; run < runs; run++) {
            fresh.add(secondsToFirstTransaction(consensus, 0));
            script.run("down");
            again.add(secondsToFirstTransaction(consensus, 1));
            String status = script.run("status");
            cpu.add(cpuSeconds(status));
            memory.addAll(megabytesOfServices(status));
            script.run("reset");
        }
        print(consensus + ", empty folder: seconds from up to the first transaction committed", fresh);
        print(consensus + ", same folder again: seconds from up to the first transaction committed", again);
        print(consensus + ", same folder again: seconds of CPU that its processes had taken by then", cpu);
        print(consensus + ", memory of a chaincode service then, MB", memory);
    }

    /** One section of a rule set; a later start adds the next one, for none is added twice. */
    private double secondsToFirstTransaction(String consensus, int section) {
        long from = System.nanoTime();
        ManagedChannel channel = NetworkScript.connect(script.run("up", "--consensus", consensus));
        try {
            submit(
                    channel,
                    DraftRuleSet.defaults().additions(new BouncyCastleDigests()).get(section));
            return (System.nanoTime() - from) / 1e9;
        } finally {
            channel.shutdownNow();
        }
    }

    private void submit(ManagedChannel channel, JsonObject section) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("pvn.role", Role.MARKET_FOUNDER.code());
        attributes.put("pvn.party", "pty-exchange");
        attributes.put("pvn.person", "benchfounder");
        Credential founder = script.exchange().client("founder", attributes);
        JsonObject envelope = JsonObject.empty()
                .with("v", 1)
                .with("command", "rules:addSection")
                .with("body", section);
        try (Gateway gateway = Gateway.newInstance()
                .identity(new X509Identity("ExchangeMSP", founder.certificate()))
                .signer(Signers.newPrivateKeySigner(founder.privateKey()))
                .connection(channel)
                .connect()) {
            gateway.getNetwork("market")
                    .getContract("provenant")
                    .submitTransaction("rules:addSection", envelope.canonical());
        } catch (GatewayException | CommitException e) {
            throw new IllegalStateException("the first transaction failed", e);
        }
    }

    /** Comparable between machines that have other work as well, which the time on the clock is not. */
    private double cpuSeconds(String status) {
        Stream<String> holder = Stream.of(script.holder());
        return Stream.concat(
                                holder,
                                status.lines()
                                        .filter(line -> line.startsWith("process "))
                                        .map(NetworkStart::pid))
                        .mapToDouble(pid -> ProcessHandle.of(Long.parseLong(pid))
                                .flatMap(process -> process.info().totalCpuDuration())
                                .orElseThrow()
                                .toMillis())
                        .sum()
                / 1e3;
    }

    private static String pid(String line) {
        return line.replaceAll("\\D*(\\d+).*", "$1");
    }

    private static List<Double> megabytesOfServices(String status) {
        return status.lines()
                .filter(line -> line.contains("provenant."))
                .map(NetworkStart::pid)
                .map(pid -> megabytes(Path.of("/proc", pid, "status")))
                .toList();
    }

    private static double megabytes(Path status) {
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + status, e);
        }
    }

    private void print(String what, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        out.printf(
                Locale.ROOT,
                "%s: median %.2f (%.2f to %.2f, %d values)%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                sorted.size());
    }
}
