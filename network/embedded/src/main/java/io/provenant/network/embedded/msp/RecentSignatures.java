package io.provenant.network.embedded.msp;

import com.google.protobuf.ByteString;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The signatures that were found valid last. The peers of all organisations check the same proposal, and its creator's
 * signature is checked again at commit; each of these is worked out once. What was not valid is not kept.
 */
final class RecentSignatures {

    private final Map<ByteString, Boolean> valid;

    RecentSignatures(int capacity) {
        this.valid = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteString, Boolean> eldest) {
                return size() > capacity;
            }
        };
    }

    boolean isValid(EcdsaVerifier verifier, ByteString signer, ByteString message, ByteString signature) {
        ByteString digest = digest(signer, signature, message);
        synchronized (valid) {
            if (valid.get(digest) != null) {
                return true;
            }
        }
        boolean isValid = verifier.isValid(message, signature);
        if (isValid) {
            synchronized (valid) {
                valid.put(digest, true);
            }
        }
        return isValid;
    }

    /** One digest for the three, those in front after their length, so that no two triples are taken for another. */
    private static ByteString digest(ByteString signer, ByteString signature, ByteString message) {
        ByteString lengths = ByteString.copyFromUtf8(signer.size() + ":" + signature.size() + ":");
        return ByteString.copyFrom(
                Digests.sha256(lengths.concat(signer).concat(signature).concat(message)));
    }
}
