package io.provenant.party;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Role;
import io.provenant.ledger.SignatureAlgorithm;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A key with which a party signs its commands, and the person who holds it (domain 3.4). */
public record PartyKey(JsonObject json) {

    /** The key's id inside the party. */
    public String keyId() {
        return json.text("keyId");
    }

    /** The signature algorithm. */
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.valueOf(json.text("alg"));
    }

    /** The raw public key. */
    public byte[] publicKey() {
        return Base64.getUrlDecoder().decode(json.text("publicKey"));
    }

    /** The random alias of who holds it. */
    public String person() {
        return json.text("person");
    }

    /** The roles it acts in. */
    public List<Role> roles() {
        return json.texts("roles").stream()
                .map(Role::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** True if the key may sign at this UTC millisecond: from inclusive, until exclusive, not revoked. */
    public boolean isValidAt(long ms) {
        return json.integer("fromMs") <= ms
                && ms < json.integer("untilMs")
                && json.optionalInteger("revokedMs")
                        .filter(revoked -> ms >= revoked)
                        .isEmpty();
    }

    /** True if the key will never sign again from this UTC millisecond on. */
    boolean isOverAt(long ms) {
        return ms >= json.integer("untilMs")
                || json.optionalInteger("revokedMs")
                        .filter(revoked -> ms >= revoked)
                        .isPresent();
    }
}
