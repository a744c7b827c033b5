package io.provenant.gateway.log;

import io.provenant.canonical.Commitments;
import io.provenant.canonical.Digest;
import io.provenant.gateway.log.LineFault.Code;
import io.provenant.gateway.vault.Appended;
import io.provenant.gateway.vault.NewRecord;
import io.provenant.gateway.vault.Placed;
import io.provenant.gateway.vault.Vault;
import io.provenant.gateway.vault.VaultRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes files of records into a log: each line is checked, canonicalised, committed to under a fresh salt, put on disk
 * and only then promised. A file is one batch: a crash leaves all of it or nothing.
 */
final class Intake {

    private final Vault vault;
    private final LogSettings settings;
    private final LineFormat format;
    private final Promises promises;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final JdkDigests digests = new JdkDigests();

    Intake(Vault vault, LogSettings settings, LineFormat format, Promises promises, Clock clock) {
        this.vault = vault;
        this.settings = settings;
        this.format = format;
        this.promises = promises;
        this.clock = clock;
    }

    /** A line with its body, or with its faults. */
    private record Parsed(long line, List<LeafBody> body, List<LineFault> faults) {

        boolean isFaulty() {
            return body.isEmpty();
        }
    }

    IntakeReport accept(InputStream ndjson, boolean keepGoing) {
        return keep(parse(ndjson), keepGoing);
    }

    IntakeReport accept(List<SourceBytes> bodies, boolean keepGoing) {
        IntakeLimits limits = settings.limits();
        if (bodies.size() > limits.lines()) {
            throw new FileTooLongException(limits.lines(), "records");
        }
        List<Parsed> parsed = new ArrayList<>(bodies.size());
        for (SourceBytes body : bodies) {
            boolean tooLong = body.length() > limits.lineBytes();
            parsed.add(parse(new NdjsonLines.Line(parsed.size() + 1L, body, tooLong)));
        }
        return keep(parsed, keepGoing);
    }

    private IntakeReport keep(List<Parsed> lines, boolean keepGoing) {
        boolean faulty = lines.stream().anyMatch(Parsed::isFaulty);
        if (faulty && !keepGoing) {
            return new IntakeReport(false, lines.stream().map(Intake::notKept).toList());
        }
        List<Parsed> records = lines.stream().filter(line -> !line.isFaulty()).toList();
        Appended appended = vault.append(records.stream().map(this::seal).toList(), !keepGoing);
        return report(lines, appended);
    }

    private List<Parsed> parse(InputStream ndjson) {
        NdjsonLines lines = new NdjsonLines(ndjson, settings.limits());
        List<Parsed> parsed = new ArrayList<>();
        try {
            for (NdjsonLines.Line line = lines.next(); line != null; line = lines.next()) {
                parsed.add(parse(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read to its end; nothing was kept", e);
        }
        return parsed;
    }

    private Parsed parse(NdjsonLines.Line line) {
        if (line.tooLong()) {
            String says = "longer than " + settings.limits().lineBytes() + " bytes";
            return new Parsed(line.number(), List.of(), List.of(LineFault.of(Code.LIMIT_EXCEEDED, says)));
        }
        try {
            return new Parsed(line.number(), List.of(format.parse(line.bytes().bytes())), List.of());
        } catch (FaultyLineException e) {
            return new Parsed(line.number(), List.of(), e.faults());
        }
    }

    private NewRecord seal(Parsed line) {
        LeafBody body = line.body().get(0);
        byte[] salt = new byte[VaultRecord.SALT_BYTES];
        random.nextBytes(salt);
        Digest commit = Commitments.commit(digests, body.document(), salt);
        byte[] entry = LeafKind.of(settings.origin()).entry(commit);
        VaultRecord record = VaultRecord.of(
                        entry, clock.millis(), salt, body.document().canonicalBytes())
                .withAttachment(body.source().bytes());
        return new NewRecord(body.identity(), record);
    }

    private IntakeReport report(List<Parsed> lines, Appended appended) {
        List<LineResult> results = new ArrayList<>(lines.size());
        int next = 0;
        for (Parsed line : lines) {
            if (line.isFaulty()) {
                results.add(notKept(line));
            } else {
                results.add(result(line, appended, appended.records().get(next)));
                next++;
            }
        }
        return new IntakeReport(appended.kept(), results);
    }

    private LineResult result(Parsed line, Appended appended, Placed placed) {
        if (placed.kind() == Placed.Kind.CONFLICT) {
            String says = "the record number stands elsewhere with other content";
            return new LineResult.Faulty(line.line(), List.of(LineFault.of(Code.DUPLICATE_IN_FILE, says)));
        }
        if (!appended.kept()) {
            return new LineResult.NotKept(line.line());
        }
        boolean held = placed.kind() == Placed.Kind.HELD;
        long index = placed.index();
        return new LineResult.Promised(
                line.line(),
                index,
                held,
                promises.file(index),
                line.body().get(0).flags());
    }

    private static LineResult notKept(Parsed line) {
        return line.isFaulty()
                ? new LineResult.Faulty(line.line(), line.faults())
                : new LineResult.NotKept(line.line());
    }
}
