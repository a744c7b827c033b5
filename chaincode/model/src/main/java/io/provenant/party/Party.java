package io.provenant.party;

import io.provenant.canonical.JsonObject;
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
}
