package io.provenant.party;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.CommonFields;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.PartyRole;
import java.util.List;
import java.util.Optional;

/** An organisation in the market; natural persons are never parties (domain 4.1). */
public record Party(JsonObject json) implements Entry {

    /** {@code PTY!partyId}. */
    public static final EntryType<Party> TYPE = EntryType.record("PTY", "Party", Party::new);

    private static final long APPLICATION_MS = 30L * 86_400_000;

    /** The key of a party. */
    public static Key<Party> key(PartyId id) {
        return TYPE.key(id.value());
    }

    /** Its id. */
    public PartyId partyId() {
        return new PartyId(id());
    }

    /** True if it has an MSP of its own; else it acts through a host, with keys. */
    public boolean isMember() {
        return json.text("kind").equals("MEMBER");
    }

    /** The MSPs that are its own. */
    public List<String> mspIds() {
        return json.texts("mspIds");
    }

    /** Where its papers lie, for a hosted party. */
    public Optional<PartyId> hostId() {
        return json.optionalText("hostId").map(PartyId::new);
    }

    /** What it is in the market. */
    public List<PartyRole> roles() {
        return json.texts("roles").stream().map(PartyRole::valueOf).toList();
    }

    /** True if it holds this role. */
    public boolean has(PartyRole role) {
        return roles().contains(role);
    }

    /** True if it holds a role of INV-P9. */
    public boolean isAuthority() {
        return roles().stream().anyMatch(PartyRole::isAuthority);
    }

    /** True in state ACTIVE. */
    public boolean isActive() {
        return state().filter(PartyState.ACTIVE.name()::equals).isPresent();
    }

    /** Its keys, revoked ones included. */
    public List<PartyKey> keys() {
        return json.objects("keys").stream().map(PartyKey::new).toList();
    }

    /** The key of this id, or nothing. */
    public Optional<PartyKey> key(String keyId) {
        return keys().stream().filter(key -> key.keyId().equals(keyId)).findFirst();
    }

    /** True if its application lay APPLIED for more than 30 days: it gives its codes up and cannot go on. */
    public boolean hasLapsedAt(long ms) {
        return state().filter(PartyState.APPLIED.name()::equals).isPresent() && ms > createdMs() + APPLICATION_MS;
    }

    /** Its own fields without the keys that are revoked or over: they drop out at each write. */
    public JsonObject fieldsAt(long ms) {
        return CommonFields.own(this)
                .withObjects(
                        "keys",
                        keys().stream()
                                .filter(key -> !key.isOverAt(ms))
                                .map(PartyKey::json)
                                .toList());
    }
}
