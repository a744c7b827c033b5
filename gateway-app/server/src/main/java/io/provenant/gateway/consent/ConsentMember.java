package io.provenant.gateway.consent;

import io.provenant.canonical.Commitments;
import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.log.JdkDigests;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;

/** One person in a consent set: the document about the person, its salt, and the key of this grant. */
final class ConsentMember {

    private static final JdkDigests DIGESTS = new JdkDigests();

    private final JsonObject document;
    private final byte[] salt;
    private final SubjectKey key;

    private ConsentMember(JsonObject document, byte[] salt, SubjectKey key) {
        this.document = document;
        this.salt = salt;
        this.key = key;
    }

    /** The member at this place: what the file says of the person, with {@code docType} and {@code id}. */
    static ConsentMember of(String consentId, long leafIndex, JsonObject person, byte[] salt, byte[] seed) {
        JsonObject document = person.with("docType", "ConsentMember").with("id", consentId + "/" + digits(leafIndex));
        return new ConsentMember(document, salt.clone(), SubjectKey.of(seed));
    }

    static ConsentMember of(JsonObject document, String saltHex, String seedHex) {
        return new ConsentMember(document, HexFormat.of().parseHex(saltHex), SubjectKey.ofHex(seedHex));
    }

    /** A leaf's index as keys and signed bytes have it: 16 decimal digits. */
    static String digits(long leafIndex) {
        return String.format(Locale.ROOT, "%016d", leafIndex);
    }

    JsonObject document() {
        return document;
    }

    byte[] salt() {
        return salt.clone();
    }

    SubjectKey key() {
        return key;
    }

    Digest memberCommit() {
        return Commitments.commit(DIGESTS, document, salt);
    }

    Digest withdrawKeyHash() {
        return key.withdrawKeyHash(DIGESTS);
    }

    /** The 64 bytes {@code memberCommit ‖ withdrawKeyHash}. */
    byte[] entry() {
        return ByteBuffer.allocate(64)
                .put(memberCommit().bytes())
                .put(withdrawKeyHash().bytes())
                .array();
    }
}
