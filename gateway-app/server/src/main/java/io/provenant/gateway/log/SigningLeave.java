package io.provenant.gateway.log;

import io.provenant.merkle.LogOrigin;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether a log may take records in and sign: not before it was held against its head on the ledger, for its folder may
 * be an older copy that would promise the same indexes to other records, and never again after a contradiction.
 */
final class SigningLeave {

    private final LogOrigin origin;
    private final AtomicReference<@Nullable RuntimeException> stopped = new AtomicReference<>();
    private volatile boolean isChecked;

    SigningLeave(LogOrigin origin) {
        this.origin = origin;
    }

    void give() {
        isChecked = true;
    }

    /** Takes it for good; the first cause is kept. */
    void take(RuntimeException cause) {
        stopped.compareAndSet(null, cause);
    }

    void require() {
        RuntimeException cause = stopped.get();
        if (cause != null) {
            throw new LogStoppedException(origin, cause);
        }
        if (!isChecked) {
            throw new LogUncheckedException(origin);
        }
    }

    boolean isChecked() {
        return isChecked;
    }

    Optional<RuntimeException> stopped() {
        return Optional.ofNullable(stopped.get());
    }
}
