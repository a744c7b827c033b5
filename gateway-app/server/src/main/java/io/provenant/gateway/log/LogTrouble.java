package io.provenant.gateway.log;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.vault.VaultCorruptException;
import io.provenant.gateway.vault.VaultException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Why a log does not do all its work at the moment. What passes by itself is tried again; only a log whose going on
 * would be wrong stops.
 *
 * @param says what happened
 */
public record LogTrouble(Kind kind, String says) {

    /** What it is, and what to do. */
    public enum Kind {
        /** No peer, no ordering service, or an advance that is not decided yet. */
        LEDGER_AWAY("anchoring-waits", "look at the peer and the ordering service; it goes on by itself"),
        /** The rules refused the head. */
        REFUSED("anchoring-refused", "do what the codes ask for; it is tried again by itself"),
        /** The disk is full or does not answer. */
        DISK("log-disk", "make room on the disk of the data folder, or mend it; it goes on by itself"),
        /** Anything else that may pass. */
        FAILED("anchoring-failed", "the log of the gateway says more; it is tried again by itself"),
        /** Files or head are not as they should be: whatever it signed now could contradict what it signed before. */
        DAMAGED("log-damaged", "restore the log's folder from its backup and restart; it signs nothing until then");

        private final String code;
        private final String next;

        Kind(String code, String next) {
            this.code = code;
            this.next = next;
        }

        /** Stable, for monitoring. */
        public String code() {
            return code;
        }

        /** What to do. */
        public String next() {
            return next;
        }
    }

    static LogTrouble of(Exception failure) {
        return new LogTrouble(kind(failure), text(failure));
    }

    private static Kind kind(Exception failure) {
        if (failure instanceof LogCorruptException || failure instanceof VaultCorruptException) {
            return Kind.DAMAGED;
        }
        if (failure instanceof AnchorUnavailableException) {
            return Kind.LEDGER_AWAY;
        }
        if (failure instanceof AnchorRefusedException) {
            return Kind.REFUSED;
        }
        boolean isDisk = failure instanceof VaultException || failure instanceof UncheckedIOException;
        return isDisk ? Kind.DISK : Kind.FAILED;
    }

    private static String text(Exception failure) {
        String own = Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
        return Optional.ofNullable(failure.getCause())
                .map(Throwable::getMessage)
                .filter(cause -> !own.contains(cause))
                .map(cause -> own + ": " + cause)
                .orElse(own);
    }

    /** True if nothing but a person gets it going again. */
    public boolean isStopped() {
        return kind == Kind.DAMAGED;
    }

    /** The trouble as the API shows it to whoever may see logs. */
    public JsonObject toJson() {
        return JsonObject.empty()
                .with("code", kind.code())
                .with("stopped", isStopped())
                .with("says", says)
                .with("next", kind.next());
    }
}
