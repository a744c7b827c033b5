package io.provenant.gateway.cli;

import io.provenant.canonical.JsonObject;
import io.provenant.party.SignedCommand;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/**
 * Signs commands with a party's own Ed25519 key, away from every gateway: what it gives can be carried by any member's
 * gateway, and none of them can change a byte of it (domain 3.4, 3a.9).
 *
 * @param foundedTx the transaction that founded the market: a signature is worth nothing in another one
 * @param validity how long a signed command may be carried, at most 24 hours
 */
public record PartySigner(
        String channel,
        String foundedTx,
        String partyId,
        String keyId,
        PrivateKey key,
        Duration validity,
        Clock clock) {

    private static final Duration LONGEST = Duration.ofHours(24);

    /** Refuses a validity that no peer would accept. */
    public PartySigner {
        if (validity.isNegative() || validity.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a signed command is valid for at most 24 hours, not " + validity);
        }
    }

    /** The member {@code actor} that goes with this body. */
    public JsonObject sign(String command, JsonObject body) {
        JsonObject actor = JsonObject.empty()
                .with("partyId", partyId)
                .with("keyId", keyId)
                .with("notAfterMs", clock.millis() + validity.toMillis());
        byte[] bytes = SignedCommand.bytes(channel, foundedTx, command, body, actor);
        return actor.with("signature", Base64.getUrlEncoder().withoutPadding().encodeToString(signature(bytes)));
    }

    /** Reads an Ed25519 private key in PKCS#8 PEM (RFC 8410). */
    public static PrivateKey readKey(String pem) {
        String base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
        try {
            byte[] der = Base64.getDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not an Ed25519 private key in PKCS#8 PEM", e);
        }
    }

    private byte[] signature(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }
}
