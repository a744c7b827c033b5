package io.provenant.gateway.vault;

import java.security.SecureRandom;

/** What the vault derives from its master key: a cipher a segment, a key for identities, and fresh randomness. */
final class VaultKeys {

    private final MasterKey master;
    private final SecureRandom random = new SecureRandom();
    private final byte[] identityKey;

    VaultKeys(MasterKey master) {
        this.master = master;
        this.identityKey = master.derive("pvn/vault-identity/v1", new byte[0]);
    }

    RecordCipher segmentCipher(byte[] salt) {
        return new RecordCipher(master.derive("pvn/vault-segment/v1", salt), random);
    }

    Identity identity(String text) {
        return Identity.of(identityKey, text);
    }

    byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
