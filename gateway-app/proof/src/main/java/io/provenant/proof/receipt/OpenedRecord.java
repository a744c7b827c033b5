package io.provenant.proof.receipt;

import io.provenant.canonical.Commitments;
import io.provenant.canonical.Digest;
import io.provenant.canonical.Digests;
import io.provenant.canonical.JsonObject;
import java.util.HexFormat;

/**
 * The record behind a commitment, and the salt that opens it.
 *
 * @param salt 64 lower-case hexadecimal digits
 */
public record OpenedRecord(JsonObject document, String salt) {

    /** Refuses a salt of another form. */
    public OpenedRecord {
        salt = new Digest(salt).hex();
    }

    /** The commitment, {@code pvn/commit/v1}. */
    public Digest commit(Digests digests) {
        return Commitments.commit(digests, document, HexFormat.of().parseHex(salt));
    }
}
