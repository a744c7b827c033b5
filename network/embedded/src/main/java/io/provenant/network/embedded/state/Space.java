package io.provenant.network.embedded.state;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * A set of keys of its own: a chaincode's public keys, a collection's private keys, or the hashes of the latter, which
 * everybody keeps.
 */
public record Space(String namespace, String collection, Kind kind) implements Comparable<Space> {

    /** What the keys of a space are. */
    public enum Kind {
        PUBLIC,
        HASHED,
        PRIVATE
    }

    private static final Comparator<Space> ORDER = Comparator.comparing(Space::namespace, KeyOrder.UTF_8)
            .thenComparing(Space::kind)
            .thenComparing(Space::collection, KeyOrder.UTF_8);

    public static Space ofPublic(String namespace) {
        return new Space(namespace, "", Kind.PUBLIC);
    }

    public static Space ofHashes(String namespace, String collection) {
        return new Space(namespace, collection, Kind.HASHED);
    }

    public static Space ofPrivate(String namespace, String collection) {
        return new Space(namespace, collection, Kind.PRIVATE);
    }

    /** The key of a space of hashes: one character a byte, so that the order of keys is the order of bytes. */
    public static String keyOf(ByteString hash) {
        return hash.toString(StandardCharsets.ISO_8859_1);
    }

    public static ByteString hashOf(String key) {
        return ByteString.copyFrom(key, StandardCharsets.ISO_8859_1);
    }

    @Override
    public int compareTo(Space other) {
        return ORDER.compare(this, other);
    }
}
