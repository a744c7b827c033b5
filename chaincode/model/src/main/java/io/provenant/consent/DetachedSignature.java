package io.provenant.consent;

import io.provenant.canonical.Base64Url;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.SignatureAlgorithm;
import io.provenant.ledger.Tx;
import java.util.Optional;

/** A signature inside a body: {@code {alg, signature, publicKey?}}, binary as base64url without padding. */
record DetachedSignature(SignatureAlgorithm algorithm, String signature, Optional<String> encodedKey) {

    /** The signature in these members. */
    static DetachedSignature of(JsonObject members) {
        return new DetachedSignature(
                SignatureAlgorithm.valueOf(members.text("alg")),
                members.text("signature"),
                members.optionalText("publicKey"));
    }

    /** The raw public key, where one is named in its one spelling. */
    Optional<byte[]> publicKey() {
        return encodedKey.flatMap(Base64Url::decode);
    }

    /** True if the signature is this key's over these bytes. */
    boolean verifies(byte[] key, byte[] bytes, Tx tx) {
        return Base64Url.decode(signature)
                .filter(raw -> tx.signatures().verify(algorithm, key, bytes, raw))
                .isPresent();
    }
}
