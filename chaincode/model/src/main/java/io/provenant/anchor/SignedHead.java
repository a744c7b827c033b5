package io.provenant.anchor;

import io.provenant.canonical.Base64Url;
import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Tx;
import io.provenant.merkle.Checkpoint;
import io.provenant.merkle.LogOrigin;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import java.util.List;
import java.util.Optional;

/**
 * A head as a log's operator signed it: size, root, the epoch of the key and the raw signature over the text of the
 * checkpoint, which is rebuilt here and never sent (domain 3a.11).
 */
public record SignedHead(LogOrigin origin, long size, Digest rootHash, long keyEpoch, String signature) {

    static final int MAX_PATH = 64;

    /** The members that name a signed head. */
    static final List<Field> FIELDS = List.of(
            Field.of("size", FieldTypes.count()),
            Field.of("rootHash", FieldTypes.digest()),
            Field.of("keyEpoch", FieldTypes.count()),
            Field.of("signature", FieldTypes.base64Url()));

    /** The head of this log in these members. */
    public static SignedHead of(LogOrigin origin, JsonObject members) {
        return new SignedHead(
                origin,
                members.integer("size"),
                new Digest(members.text("rootHash")),
                members.integer("keyEpoch"),
                members.text("signature"));
    }

    /** The text that was signed. */
    public Checkpoint checkpoint() {
        return new Checkpoint(origin, size, rootHash);
    }

    /** True if this key made the signature. */
    public boolean isSignedBy(Optional<LogKey> key, Tx tx) {
        return key.flatMap(LogKey::publicKey)
                .filter(raw -> Base64Url.decode(signature)
                        .filter(bytes -> checkpoint().isSignedBy(tx.signatures(), raw, bytes))
                        .isPresent())
                .isPresent();
    }
}
