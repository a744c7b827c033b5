package io.provenant.gateway.log;

import io.provenant.merkle.LogOrigin;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One log of the settings, opened when the ledger shows it open under our key. */
public final class OwnLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnLog.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final LogOrigin origin;
    private final byte[] seed;
    private final LogRegistry registry;
    private final Opening opening;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Log log;
    private volatile @Nullable AnchorLoop loop;
    private volatile @Nullable LogTrouble unopened;
    private volatile String says;

    /** How a log is opened in its folder, once ledger and key agree. */
    public interface Opening {

        /** The log, with what its record on the ledger says of it. */
        Log open(LogRegistry.Entry entry, LogKey key);

        /** The loop that anchors it. */
        AnchorLoop anchor(Log log);
    }

    /** A log that is not open yet. */
    public OwnLog(LogOrigin origin, byte[] seed, LogRegistry registry, Opening opening) {
        this.origin = origin;
        this.seed = seed.clone();
        this.registry = registry;
        this.opening = opening;
        this.says = "not looked up on the ledger yet";
    }

    LogOrigin origin() {
        return origin;
    }

    /** The log, opened now where the ledger allows it; nobody waits long for a look at the ledger that hangs. */
    Optional<Log> opened() {
        if (log == null && isMyTurn()) {
            try {
                look();
            } finally {
                looking.unlock();
            }
        }
        return Optional.ofNullable(log);
    }

    private boolean isMyTurn() {
        try {
            return looking.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void look() {
        @Nullable LogTrouble before = unopened;
        if (log == null && (before == null || !before.isStopped())) {
            Optional<LogRegistry.Entry> entry = registry.find(origin);
            says =
                    "the ledger has no open log of this origin: send log:open with the public key that /api/v1/logs names";
            entry.ifPresent(this::open);
        }
    }

    private void open(LogRegistry.Entry entry) {
        Optional<Integer> epoch = entry.epochOf(publicKey());
        if (epoch.isEmpty()) {
            says = "the ledger knows this log under other keys than the one that lies here";
            return;
        }
        try {
            Log opened = opening.open(entry, new SeedLogKey(epoch.get(), seed));
            loop = anchored(opened);
            unopened = null;
            says = "open";
            log = opened;
        } catch (RuntimeException e) {
            // damaged, it stays closed; anything else may pass, and everybody who asks is told
            LogTrouble before = unopened;
            LogTrouble found = LogTrouble.of(e);
            unopened = found;
            says = "does not open: " + found.kind().says();
            if (!found.equals(before)) {
                LOG.error("the log {} does not open", origin, e);
            }
        }
    }

    // Nothing is promised by a log that nobody anchors: it is opened again at the next look.
    private AnchorLoop anchored(Log opened) {
        try {
            return opening.anchor(opened);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    // Waits for nothing, least of all for a look at the ledger that hangs: the health page asks.
    OwnLogs.State state() {
        @Nullable Log current = log;
        Optional<LogTrouble> trouble = trouble();
        return new OwnLogs.State(
                origin,
                publicKey(),
                current != null,
                current == null ? 0 : current.size(),
                current == null ? 0 : current.integratedSize(),
                current == null ? says : trouble.map(why -> why.kind().says()).orElse(says),
                trouble);
    }

    private Optional<LogTrouble> trouble() {
        return Optional.ofNullable(unopened)
                .or(() -> Optional.ofNullable(loop).flatMap(AnchorLoop::trouble))
                .or(() -> Optional.ofNullable(log).flatMap(Log::trouble));
    }

    private String publicKey() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new SeedLogKey(1, seed).publicKey());
    }

    @Override
    public void close() {
        looking.lock();
        try {
            Optional.ofNullable(loop).ifPresent(AnchorLoop::close);
            Optional.ofNullable(log).ifPresent(Log::close);
        } finally {
            looking.unlock();
        }
    }
}
