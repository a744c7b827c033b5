package io.provenant.gateway.ledger.identity;

import io.provenant.gateway.ledger.Signatory;

/** The role certificates of this organisation's people: in PEM files, or in a PKCS#11 token. */
public interface RoleKeys {

    /** The certificate of this person in this role; {@link RoleKeyMissingException} where there is none. */
    RoleKey key(Signatory signatory);
}
