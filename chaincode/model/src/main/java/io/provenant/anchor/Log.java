package io.provenant.anchor;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.PartyId;
import io.provenant.merkle.LogOrigin;
import java.util.List;
import java.util.Optional;

/** A log: whose it is, what it holds, and the keys that sign for it (domain 4.8). */
public record Log(JsonObject json) implements Entry {

    /** {@code LOG!origin}. */
    public static final EntryType<Log> TYPE = EntryType.record("LOG", "Log", Log::new);

    /** The key of a log. */
    public static Key<Log> key(LogOrigin origin) {
        return TYPE.key(origin.value());
    }

    /** Its name. */
    public LogOrigin origin() {
        return new LogOrigin(id());
    }

    /** Whose log it is. */
    public PartyId ownerId() {
        return new PartyId(json.text("ownerId"));
    }

    /** Its keys, one an epoch. */
    public List<LogKey> keys() {
        return json.objects("keys").stream().map(LogKey::new).toList();
    }

    /** The key of this epoch, or nothing. */
    public Optional<LogKey> key(long keyEpoch) {
        return keys().stream().filter(key -> key.keyEpoch() == keyEpoch).findFirst();
    }

    /**
     * The key that may sign a new checkpoint of this size: of this epoch, neither before it began nor after the next one
     * did, and not revoked.
     */
    public Optional<LogKey> signingKey(long keyEpoch, long size) {
        boolean followed = keys().stream().anyMatch(later -> later.keyEpoch() > keyEpoch && later.fromSize() < size);
        return key(keyEpoch)
                .filter(key -> key.fromSize() <= size)
                .filter(key -> !followed)
                .filter(key -> !key.isRevokedAt(size));
    }
}
