package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.cli.PartySigner;
import io.provenant.network.identity.PrivateFiles;
import io.provenant.network.standalone.identity.Aliases;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A party without an MSP of its own. Its key stays with it, in a PKCS#8 file; what it signs any member's gateway may
 * carry, and none can change a byte of it.
 */
public final class HostedParty {

    /** The id of its only key. */
    public static final String KEY_ID = "k1";

    private static final Duration KEY_LIFE = Duration.ofDays(365);
    private static final Duration SIGNATURE_LIFE = Duration.ofMinutes(30);
    private static final int RAW_KEY_BYTES = 32;

    private final String partyId;
    private final JsonObject application;
    private final KeyPair keys;
    private final Clock clock;

    private HostedParty(String partyId, JsonObject application, KeyPair keys, Clock clock) {
        this.partyId = partyId;
        this.application = application;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Makes a party with a new key, kept in {@code <folder>/<partyId>.key}.
     *
     * @param roles what its key may act as, ascending
     * @param fields what the application says of it besides its id, host and keys
     */
    public static HostedParty create(Path folder, String partyId, List<String> roles, JsonObject fields, Clock clock) {
        KeyPair keys = newKeys();
        keep(folder.resolve(partyId + ".key"), keys);
        JsonObject key = JsonObject.empty()
                .with("keyId", KEY_ID)
                .with("alg", "ED25519")
                .with("publicKey", raw(keys))
                .withTexts("roles", roles)
                .with("person", Aliases.fresh())
                .with("fromMs", clock.millis() - Duration.ofMinutes(1).toMillis())
                .with("untilMs", clock.millis() + KEY_LIFE.toMillis());
        JsonObject application = fields.with("partyId", partyId)
                .with("kind", "HOSTED")
                .withTexts("mspIds", List.of())
                .withObjects("keys", List.of(key));
        return new HostedParty(partyId, application, keys, clock);
    }

    /** Its id. */
    public String partyId() {
        return partyId;
    }

    /** The body of its application. */
    public JsonObject application() {
        return application;
    }

    /** Signs for one market: the signature is worth nothing in another. */
    public PartySigner signer(String channel, String foundedTx) {
        return new PartySigner(channel, foundedTx, partyId, KEY_ID, keys.getPrivate(), SIGNATURE_LIFE, clock);
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    // RFC 8410: the raw key is the end of the X.509 form.
    private static String raw(KeyPair keys) {
        byte[] encoded = keys.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - RAW_KEY_BYTES, encoded.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    }

    private static void keep(Path file, KeyPair keys) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getPrivate().getEncoded());
        String pem = "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
        PrivateFiles.writePrivate(file, pem);
    }
}
