package io.provenant.network.standalone;

import io.provenant.ledger.Role;
import io.provenant.network.bench.Cpu;
import io.provenant.network.bench.LoadLoop;
import io.provenant.network.bench.PlainClient;
import io.provenant.network.bench.PlainCode;
import io.provenant.network.bench.Samples;
import io.provenant.network.bench.ServiceStarts;
import io.provenant.network.fabric.FabricNetwork;
import io.provenant.network.identity.CredentialFolder;
import io.provenant.network.standalone.identity.Member;
import io.provenant.network.standalone.identity.MemberFolder;
import io.provenant.network.standalone.ledger.LedgerCode;
import io.provenant.network.standalone.ledger.LedgerKind;
import io.provenant.network.standalone.ledger.LedgerSpec;
import io.provenant.network.standalone.ledger.RunningLedger;
import io.provenant.network.standalone.story.Load;
import io.provenant.network.wire.GatewayCalls;
import io.provenant.network.wire.Signer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a ledger takes: a use that is requested, against a plain create of the plain chaincode, by the same client on the
 * same peers, and through the gateway app. Rounds of each follow one another, so that whatever else the machine does
 * meets all of them.
 */
public final class LedgerMeasurements {

    private static final int IN_FLIGHT = 32;
    private static final int WARM_UP = 300;
    private static final int CALLS = 250;
    private static final int ROUNDS = 5;
    private static final int ENDORSERS = 2;
    private static final String PRODUCT = "provenant";
    private static final String REQUEST = "usage:request";
    private static final String BY_CLIENT = "usage:request, bare client";
    private static final String CREATE = "plain create, bare client";

    private final PrintStream out;
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    private LedgerMeasurements(PrintStream out) {
        this.out = out;
    }

    /** Measures on a new market: the folder, and {@code embedded}, {@code raft} or {@code bft}. */
    public static void main(String[] arguments) throws Exception {
        Standalone.logThroughLogback();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LedgerMeasurements measurements = new LedgerMeasurements(out);
        measurements.measure(new DataFolder(Path.of(arguments[0]).toAbsolutePath()), LedgerKind.parse(arguments[1]));
        System.exit(measurements.hasFailed.get() ? 1 : 0);
    }

    private void measure(DataFolder folder, LedgerKind kind) throws Exception {
        folder.forgetMarket();
        say("on %s, %d in flight, %d rounds of %d calls each", kind.description(), IN_FLIGHT, ROUNDS, CALLS);
        sayLoad();
        List<LedgerCode> codes =
                kind.isReal() ? List.of(new ProvenantCode(), new PlainCode()) : List.of(new ProvenantCode());
        try (Market market = Market.startWith(folder, kind, codes, Ports.free(), Clock.systemUTC())) {
            PrintStream quiet = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            Demonstration scene = new Demonstration(folder, market, Optional.empty(), Clock.systemUTC());
            scene.load(quiet, load -> {
                if (kind.isReal()) {
                    measure(market, market.ledger().running(), exchange(market), load);
                } else {
                    try (RunningLedger plain = kind.up(plain(), folder.ledger().resolveSibling("plain"))) {
                        measure(market, plain, of(plain), load);
                    }
                }
            });
            if (kind.isReal()) {
                FabricNetwork network = market.ledger().running().processes().orElseThrow();
                new ServiceStarts(network, out).measure(List.of(new ProvenantCode(), new PlainCode()));
            }
        }
        sayLoad();
    }

    private void measure(Market market, RunningLedger plain, Signer plainSigner, Load load) {
        PlainClient product = client(market.ledger().running(), exchange(market));
        PlainClient creator = client(plain, plainSigner);
        Map<String, Runnable> calls = new LinkedHashMap<>();
        calls.put("usage:request, through the gateway app", () -> load.request(1));
        calls.put(BY_CLIENT, () -> product.call(PRODUCT, List.of(REQUEST, load.signedRequest())));
        calls.put(CREATE, creator::create);
        Cpu cpu = new Cpu(market.ledger().running().processes());
        Map<String, Samples> samples = new LinkedHashMap<>();
        try (LoadLoop loop = new LoadLoop(IN_FLIGHT)) {
            for (Runnable call : calls.values()) {
                loop.run(WARM_UP, call);
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (Map.Entry<String, Runnable> call : calls.entrySet()) {
                    Map<String, Double> before = cpu.millis();
                    LoadLoop.Result result = loop.run(CALLS, call.getValue());
                    samples.computeIfAbsent(call.getKey(), absent -> new Samples())
                            .add(result, cpu.since(before));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        samples.forEach(this::say);
        if (market.ledger().kind().isReal()) {
            sayChaincode(samples);
        }
    }

    private void say(String call, Samples of) {
        say(
                "%s: %.0f a second (%s), p50 %.0f ms, p99 %.0f ms, errors %s",
                call,
                of.rate(),
                of.spread(),
                of.percentile(0.5),
                of.percentile(0.99),
                of.errors().isEmpty() ? "0" : of.errors());
        say("   CPU ms a call: %s", of.cpuText());
        hasFailed.compareAndSet(false, !of.errors().isEmpty());
    }

    private void sayChaincode(Map<String, Samples> samples) {
        double request = Objects.requireNonNull(samples.get(BY_CLIENT)).cpu(PRODUCT) / ENDORSERS;
        double create = Objects.requireNonNull(samples.get(CREATE)).cpu(PlainCode.NAME) / ENDORSERS;
        say(
                "chaincode CPU of an endorsement: usage:request %.2f ms, plain create %.2f ms: %.1f times",
                request, create, request / create);
    }

    private static LedgerSpec plain() {
        return new LedgerSpec(
                MarketLedger.CHANNEL,
                Member.all().stream().map(Member::settings).toList(),
                List.of(new PlainCode()),
                Duration.ofSeconds(30));
    }

    private static PlainClient client(RunningLedger ledger, Signer signer) {
        return new PlainClient(GatewayCalls.of(ledger.connect(signer.mspId())), signer, MarketLedger.CHANNEL);
    }

    /** The exchange's gateway, in its role as a carrier of what hosted parties sign. */
    private static Signer exchange(Market market) {
        MemberFolder exchange = market.member("exchange");
        Path credential = exchange.credential("exchange-gateway", Role.HOST_GATEWAY.code());
        return Signer.of(
                exchange.member().mspId(),
                CredentialFolder.read(
                        credential.resolveSibling(""), credential.getFileName().toString()));
    }

    private static Signer of(RunningLedger plain) {
        String mspId = Member.all().get(0).mspId();
        return Signer.of(mspId, plain.organisation(mspId).client("client", new TreeMap<>()));
    }

    private void sayLoad() {
        say(
                "load of the machine: %.1f on %d processors",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
