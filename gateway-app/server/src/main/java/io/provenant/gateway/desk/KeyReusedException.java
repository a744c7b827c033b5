package io.provenant.gateway.desk;

import java.util.UUID;

/** An idempotency key that came with another request before. */
public final class KeyReusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Names the key. */
    public KeyReusedException(UUID key) {
        super("the idempotency key " + key + " was used for another request in the last 24 hours");
    }
}
