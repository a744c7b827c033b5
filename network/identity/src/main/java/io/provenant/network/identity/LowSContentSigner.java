package io.provenant.network.identity;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.PrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentSigner;

/**
 * Signs certificates with low-S signatures: an MSP rewrites a certificate whose signature is not in that form, so that
 * the bytes it compares would no longer be those that its holder sends.
 */
final class LowSContentSigner implements ContentSigner {

    private final PrivateKey key;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    LowSContentSigner(PrivateKey key) {
        this.key = key;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        return P256.sign(key, content.toByteArray());
    }
}
