package io.provenant.network.testing;

import java.util.List;
import java.util.Locale;

/**
 * The probe's private data, kept by the first two organisations: {@code closed} to others' clients, {@code open} to
 * them, and {@code alone}, which either of the two endorses by itself.
 */
final class ProbeCollections {

    private ProbeCollections() {}

    static String json(List<String> mspIds) {
        String first = mspIds.get(0);
        String second = mspIds.get(1);
        String members = "OR('" + first + ".member', '" + second + ".member')";
        String endorsement =
                ", \"endorsementPolicy\": {\"signaturePolicy\": \"OR('" + first + ".peer', '" + second + ".peer')\"}";
        return "[" + collection("closed", members, true, "") + ", " + collection("open", members, false, "") + ", "
                + collection("alone", members, false, endorsement) + "]";
    }

    private static String collection(String name, String policy, boolean isClosed, String endorsement) {
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"policy\": \"%s\", \"requiredPeerCount\": 0, \"maxPeerCount\": 1, \"blockToLive\": 0,"
                        + " \"memberOnlyRead\": %b, \"memberOnlyWrite\": %3$b%s}",
                name,
                policy,
                isClosed,
                endorsement);
    }
}
