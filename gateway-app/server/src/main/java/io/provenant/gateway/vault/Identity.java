package io.provenant.gateway.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A record's identity as 128 bits of an HMAC under the vault's own key: equal identities meet, nobody can guess one. */
record Identity(long high, long low) {

    static final int BYTES = 16;

    static Identity of(byte[] key, String text) {
        byte[] mac = MasterKey.mac(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(mac);
        return new Identity(bytes.getLong(), bytes.getLong());
    }
}
