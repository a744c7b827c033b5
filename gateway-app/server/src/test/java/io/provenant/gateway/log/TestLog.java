package io.provenant.gateway.log;

import io.provenant.gateway.generator.TradeDay;
import io.provenant.gateway.vault.AppendFile;
import io.provenant.gateway.vault.MasterKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A trade log in a folder, and lines for it. */
final class TestLog {

    static final List<String> DAY = new TradeDay(7, LocalDate.of(2026, 3, 6), 200).records();

    private TestLog() {}

    static Log open(Path folder) {
        return open(folder, Clock.systemUTC());
    }

    static Log open(Path folder, Clock clock) {
        return compared(openUnchecked(folder, clock));
    }

    /** Not held against any head yet. */
    static Log openUnchecked(Path folder) {
        return openUnchecked(folder, Clock.systemUTC());
    }

    private static Log openUnchecked(Path folder, Clock clock) {
        return Log.open(
                folder,
                MasterKey.of(GoldenLogTest.range(0)),
                LogSettings.of(GoldenLogTest.ORIGIN, GoldenLogTest.MARKET, 60),
                GoldenLogTest.KEY,
                new TradeRecordFormat("pty-exchange"),
                clock);
    }

    /** On a disk that may fail; the vault is on another one. */
    static Log open(Path folder, AppendFile.Opener disk) {
        LogSettings settings = LogSettings.of(GoldenLogTest.ORIGIN, GoldenLogTest.MARKET, 60);
        MasterKey master = MasterKey.of(GoldenLogTest.range(0));
        return compared(Log.open(
                LogFiles.open(folder, master, settings.vault(), disk),
                settings,
                GoldenLogTest.KEY,
                new TradeRecordFormat("pty-exchange"),
                Clock.systemUTC()));
    }

    // As a log that the ledger has no head of.
    private static Log compared(Log log) {
        log.compare(new AnchorLedger.Head(0, new JdkDigests().digest(new byte[0]), "", 0));
        return log;
    }

    static InputStream day(int from, int to) {
        return lines(DAY.subList(from, to));
    }

    static InputStream lines(List<String> lines) {
        return new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** What a killed process leaves: the files as they are, while the log is open. */
    static Path killedCopy(Path folder, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(folder.relativize(file).toString()));
            }
        }
        return to;
    }
}
