package io.provenant.anchor;

import io.provenant.canonical.Base64Url;
import io.provenant.canonical.JsonObject;
import java.util.Optional;

/** A key of a log, Ed25519, for one epoch; it signs checkpoints and promises and nothing else. */
public record LogKey(JsonObject json) {

    static final int BYTES = 32;

    /** The epoch, from 1. */
    public long keyEpoch() {
        return json.integer("keyEpoch");
    }

    /** The 32 raw bytes; nothing where the text is not their one spelling. */
    public Optional<byte[]> publicKey() {
        return Base64Url.decode(json.text("publicKey")).filter(raw -> raw.length == BYTES);
    }

    /** The size of the log at which the epoch began. */
    public long fromSize() {
        return json.integer("fromSize");
    }

    /** True if the regulator has stopped the key for checkpoints of this size. */
    public boolean isRevokedAt(long size) {
        return json.optionalInteger("revokedFromSize")
                .filter(from -> size >= from)
                .isPresent();
    }
}
