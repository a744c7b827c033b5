package io.provenant.network.standalone;

import io.provenant.network.standalone.story.StoryException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
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

/** Starts a market in one process, tells its story, and leaves it running. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Founds a market of three organisations in one process, tells its story step by step,",
            "and leaves the gateways running. Needs no preparation."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:every step held", "1:a step did not hold", "2:it could not start"})
public final class Standalone implements Callable<Integer> {

    @Option(names = "--exit", description = "End after the story instead of leaving the gateways running.")
    private boolean exits;

    @Option(names = "--continue", description = "Go on with the market that is in the folder; no story is told.")
    private boolean continues;

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
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Standalone standalone = new Standalone(out, Clock.systemUTC());
        System.exit(new CommandLine(standalone)
                .setExecutionExceptionHandler((failure, command, parsed) -> standalone.failed(failure))
                .execute(arguments));
    }

    static void logThroughLogback() {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none"); // logback.xml holds for all of it
        LoggerFactory.getILoggerFactory(); // before several threads want it at once
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    @Override
    public Integer call() throws InterruptedException {
        DataFolder folder = new DataFolder(data.toAbsolutePath());
        if (!continues) {
            folder.forgetMarket();
        } else if (!folder.holdsMarket()) {
            out.println("There is no market in " + folder.root() + " to go on with; leave --continue out.");
            return 2;
        }
        out.println("Provenant: a market of three organisations in one process.");
        out.println("One process holds everybody's keys here, so nothing of it proves anything between them.");
        CountDownLatch stopped = new CountDownLatch(1);
        try (Market market = Market.start(folder, exits ? Ports.free() : Ports.from(port), clock)) {
            out.printf(Locale.ROOT, "%nStarted in %s.%n", seconds(began));
            if (!continues) {
                tell(folder, market);
            }
            if (!exits) {
                showPlaces(folder, market);
                awaitInterrupt(stopped);
            }
            return 0;
        } finally {
            stopped.countDown();
        }
    }

    private void tell(DataFolder folder, Market market) {
        int steps = new Demonstration(folder, market, lineage, clock).tell(out);
        out.printf(Locale.ROOT, "%nAll %d steps held, %s after the start.%n", steps, seconds(began));
    }

    private void showPlaces(DataFolder folder, Market market) {
        out.printf(Locale.ROOT, "%nThe gateways go on running:%n");
        market.gateways()
                .forEach((name, app) -> out.printf(Locale.ROOT, "   %-12s %s/api/v1/status%n", name, app.url()));
        out.printf(Locale.ROOT, "   %-12s %s%n", "tokens", market.issuer());
        Path tokens = folder.tokens();
        TokenFiles.write(tokens, market);
        out.printf(
                Locale.ROOT,
                "Bearer tokens of everybody are in %s, keys and receipts in %s.%n",
                tokens,
                folder.story());
        out.printf(Locale.ROOT, "%nThe regulator's questions, for instance:%n");
        out.printf(
                Locale.ROOT,
                "   ./scripts/provenant audit --party pty-blackpeak --gateway %s --token-file %s%n",
                market.gateway("regulator").url(),
                tokens.resolve("regulator-officer"));
        out.println("Ctrl-C stops everything.");
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
