package io.provenant.network.standalone;

import io.provenant.gateway.vault.FileFault;
import io.provenant.gateway.vault.FolderInUseException;
import io.provenant.gateway.vault.FolderLock;
import io.provenant.network.fabric.FabricBinaries;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.standalone.ledger.LedgerKind;
import io.provenant.network.standalone.story.StoryException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a market on this machine, tells its story, and leaves it running. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Founds a market of three organisations on this machine, tells its story step by",
            "step, and leaves the gateways running. Needs no preparation."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:every step held", "1:a step did not hold", "2:it could not start"})
public final class Standalone implements Callable<Integer> {

    @Option(names = "--exit", description = "End after the story instead of leaving the gateways running.")
    private boolean exits;

    @Option(names = "--continue", description = "Go on with the market that is in the folder; no story is told.")
    private boolean continues;

    @Option(
            names = "--fabric",
            description = {
                "On peers and orderers of real Fabric, each a process, instead of the node",
                "inside this one. Fabric's programs are given: FABRIC_BIN, the PATH, or the",
                "cache folder; without them this says how to get them."
            })
    private boolean isOnFabric;

    @Option(
            names = "--consensus",
            paramLabel = "raft|bft",
            description = "With --fabric: one Raft orderer (default), or four BFT orderers, one of which may lie.")
    private Optional<String> consensus = Optional.empty();

    @Option(names = "--data", paramLabel = "FOLDER", description = "Where it lives (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data", "demo");

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = {
                "The token issuer's port; the gateways take the next three (default: ${DEFAULT-VALUE}).",
                "With --exit any free ports are taken."
            })
    private int port = 18_080;

    @Option(
            names = "--lineage",
            paramLabel = "FOLDER",
            description = "OpenLineage events to take in: all files events/*.json below it.")
    private Optional<Path> lineage = Optional.empty();

    private final PrintStream out;
    private final Clock clock;
    private final Instant began;

    private Standalone(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.began = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    /** Runs it with these arguments. */
    public static void main(String[] arguments) {
        logThroughLogback();
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments));
    }

    static int run(PrintStream out, String... arguments) {
        Standalone standalone = new Standalone(out, Clock.systemUTC());
        return new CommandLine(standalone)
                .setOverwrittenOptionsAllowed(true) // the script names its defaults first
                .setExecutionExceptionHandler((failure, command, parsed) -> standalone.failed(failure))
                .execute(arguments);
    }

    static void logThroughLogback() {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none"); // logback.xml holds for all of it
        LoggerFactory.getILoggerFactory(); // before several threads want it at once
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    @Override
    public Integer call() throws InterruptedException {
        DataFolder folder = new DataFolder(data.toAbsolutePath().normalize());
        try {
            return inHeld(folder, folder.hold());
        } catch (FolderInUseException e) {
            out.println(
                    e.getMessage() + ": stop it where it was started with Ctrl-C, or name another folder with --data"
                            + " and other ports with --port.");
        } catch (IOException e) {
            out.println(folder.root() + " cannot be used: " + FileFault.says(e) + "; name another folder with --data.");
        }
        return 2;
    }

    private int inHeld(DataFolder folder, FolderLock held) throws IOException, InterruptedException {
        try (held) {
            return inFolder(folder);
        }
    }

    // Whatever is wrong is found before anything is removed or started.
    private int inFolder(DataFolder folder) throws InterruptedException {
        Ports ports = exits ? Ports.free() : Ports.from(port);
        Optional<String> refusal = refusal(folder).or(this::lineageRefusal).or(ports::refusal);
        if (refusal.isPresent()) {
            out.println(refusal.get());
            return 2;
        }
        LedgerKind kind = continues ? folder.ledgerKind().orElseThrow() : asked();
        if (kind.isReal()) {
            FabricBinaries.require(System.getenv()); // before anything is removed
        }
        if (!continues) {
            folder.forgetMarket();
        }
        introduce(kind);
        CountDownLatch stopped = new CountDownLatch(1);
        try (Market market = Market.start(folder, kind, ports, clock)) {
            out.printf(Locale.ROOT, "%nStarted in %s.%n", seconds(began));
            if (!continues) {
                tell(folder, market);
            }
            if (!exits) {
                Places.show(out, folder, market);
                awaitInterrupt(stopped);
            }
            return 0;
        } finally {
            stopped.countDown();
        }
    }

    private LedgerKind asked() {
        return LedgerKind.of(isOnFabric ? "fabric" : "embedded", consensus.orElse("raft"));
    }

    /** What is wrong with the options, for what is in the folder. */
    private Optional<String> refusal(DataFolder folder) {
        if (consensus.isPresent() && !isOnFabric) {
            return Optional.of("--consensus says how real Fabric orders: add --fabric, or leave it out.");
        }
        if (consensus.filter(name -> !name.matches("raft|bft")).isPresent()) {
            return Optional.of("--consensus is raft or bft, not " + consensus.get() + ".");
        }
        if (!continues) {
            return Optional.empty();
        }
        Optional<LedgerKind> kept = folder.ledgerKind();
        if (kept.isEmpty()) {
            return Optional.of("There is no market in " + folder.root() + " to go on with; leave --continue out.");
        }
        boolean isOther = isOnFabric
                && (consensus.isPresent() ? kept.get() != asked() : !kept.get().isReal());
        return isOther
                ? Optional.of("The market in " + folder.root() + " is on "
                        + kept.get().description() + ": go on with --continue alone, or found a new one.")
                : Optional.empty();
    }

    private Optional<String> lineageRefusal() {
        return lineage.filter(folder -> !Files.isDirectory(folder))
                .map(folder -> "--lineage " + folder + " is no folder: name one with OpenLineage events, events/*.json"
                        + " below it, or leave it out.");
    }

    private void introduce(LedgerKind kind) {
        out.println("Provenant: a market of three organisations on " + kind.description() + ".");
        out.println("This machine holds everybody's keys, so nothing here proves anything between them.");
    }

    private void tell(DataFolder folder, Market market) {
        int steps = new Demonstration(folder, market, lineage, clock).tell(out);
        out.printf(Locale.ROOT, "%nAll %d steps held, %s after the start.%n", steps, seconds(began));
    }

    private static void awaitInterrupt(CountDownLatch stopped) throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            interrupted.countDown();
                            awaitQuietly(stopped);
                        },
                        "stop"));
        interrupted.await();
    }

    private static void awaitQuietly(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int failed(Exception failure) {
        if (failure instanceof FabricException) {
            out.println(failure.getMessage());
            return 2;
        }
        if (failure instanceof StoryException) {
            out.printf(Locale.ROOT, "%nThis did not hold: %s%n", failure.getMessage());
            return 1;
        }
        out.printf(Locale.ROOT, "%nProvenant could not go on: %s%n", failure);
        failure.printStackTrace(out);
        return 2;
    }

    private String seconds(Instant since) {
        return String.format(
                Locale.ROOT, "%.1f s", Duration.between(since, clock.instant()).toMillis() / 1000.0);
    }
}
