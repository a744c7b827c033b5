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
 * @param cause what happened, perhaps with paths: for those who look after logs
 */
public record LogTrouble(Kind kind, String cause) {

    /** What it is, and what to do. */
    public enum Kind {
        /** No peer, no ordering service, or an advance that is not decided yet. */
        LEDGER_AWAY(
                "anchoring-waits",
                "the ledger does not answer",
                "look at the peer and the ordering service; it goes on by itself"),
        /** As before, and nobody could say since the start which head the ledger holds. */
        UNCHECKED(
                "log-unchecked",
                "the ledger does not answer, and the log takes nothing in before it was held against its head there",
                "look at the peer; it goes on by itself"),
        /** The rules refused the head. */
        REFUSED(
                "anchoring-refused",
                "the ledger refused the log's head",
                "do what the codes ask for; it is tried again by itself"),
        /** The disk is full or does not answer. */
        DISK(
                "log-disk",
                "the disk of the log is full or does not answer",
                "make room on the disk of the data folder, or mend it; it goes on by itself"),
        /** Anything else that may pass. */
        FAILED(
                "anchoring-failed",
                "the work of the log failed",
                "the log of the gateway says more; it is tried again by itself"),
        /** Files or head are not as they should be: whatever it signed now could contradict what it signed before. */
        DAMAGED(
                "log-damaged",
                "files or head of the log are not as they should be",
                "restore the log's folder from its backup and restart; it takes nothing in and signs nothing until then");

        private final String code;
        private final String says;
        private final String next;

        Kind(String code, String says, String next) {
            this.code = code;
            this.says = says;
            this.next = next;
        }

        /** Stable, for monitoring. */
        public String code() {
            return code;
        }

        /** What does not work, for anybody who may see logs. */
        public String says() {
            return says;
        }

        /** What to do. */
        public String next() {
            return next;
        }
    }

    static LogTrouble of(Throwable failure) {
        return new LogTrouble(kind(failure), text(failure));
    }

    private static Kind kind(Throwable failure) {
        if (failure instanceof LogCorruptException
                || failure instanceof LogStoppedException
                || failure instanceof VaultCorruptException) {
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

    private static String text(Throwable failure) {
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

    /** The trouble as the API shows it, with its cause to those who look after logs. */
    JsonObject toJson(boolean withCause) {
        return JsonObject.empty()
                .with("code", kind.code())
                .with("stopped", isStopped())
                .with("says", withCause ? cause : kind.says())
                .with("next", kind.next());
    }
}
