package io.provenant.gateway.log;

import io.provenant.canonical.JsonObject;
import io.provenant.merkle.LogOrigin;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The logs that this organisation's settings name. Each opens here once the ledger shows it open under the key that lies
 * here, and from then on its head is brought to the ledger.
 */
public final class OwnLogs implements AutoCloseable {

    private final Map<String, OwnLog> byOrigin = new TreeMap<>();

    /** These logs; none is open yet. */
    public OwnLogs(Collection<OwnLog> logs) {
        logs.forEach(log -> byOrigin.put(log.origin().value(), log));
    }

    /**
     * How far a log of the settings is.
     *
     * @param publicKey base64url, as {@code log:open} names it
     * @param says why it is not open, or what its anchoring last ran into
     * @param trouble why it does not do all its work, where that is so
     */
    public record State(
            LogOrigin origin,
            String publicKey,
            boolean isOpen,
            long size,
            long integratedSize,
            String says,
            Optional<LogTrouble> trouble) {

        /** The state as the API answers it, with the cause of a trouble to those who look after logs. */
        public JsonObject toJson(boolean withCause) {
            JsonObject state = JsonObject.empty()
                    .with("origin", origin.value())
                    .with("alg", "ED25519")
                    .with("publicKey", publicKey)
                    .with("open", isOpen)
                    .with("size", size)
                    .with("integratedSize", integratedSize)
                    .with("says", says);
            return trouble.map(why -> state.with("trouble", why.toJson(withCause)))
                    .orElse(state);
        }
    }

    /** The log of this origin, opened now where the ledger allows it. */
    public Optional<Log> find(String origin) {
        @Nullable OwnLog log = byOrigin.get(origin);
        return log == null ? Optional.empty() : log.opened();
    }

    /** The first log of this purpose, by origin. */
    public Optional<String> ofPurpose(String purpose) {
        return byOrigin.values().stream()
                .map(OwnLog::origin)
                .filter(origin -> origin.purpose().equals(purpose))
                .map(LogOrigin::value)
                .findFirst();
    }

    /** How far a log is, or nothing where the settings do not name it. */
    public Optional<State> state(String origin) {
        return Optional.ofNullable(byOrigin.get(origin)).map(OwnLog::state);
    }

    /** How far each log is. */
    public List<State> states() {
        return byOrigin.values().stream().map(OwnLog::state).toList();
    }

    /** Opens what the ledger shows open by now; what was promised before a restart is anchored without a new record. */
    public void openAll() {
        byOrigin.values().forEach(OwnLog::opened);
    }

    @Override
    public void close() {
        byOrigin.values().forEach(OwnLog::close);
    }
}
