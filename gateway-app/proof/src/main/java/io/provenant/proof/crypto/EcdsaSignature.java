package io.provenant.proof.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * ECDSA with SHA-256 as Fabric signs: DER, with the low one of the two values of s. The other value, or another
 * encoding, would be a second signature made without the key.
 */
public final class EcdsaSignature {

    private EcdsaSignature() {}

    /** True only for a DER signature with low s that verifies over these bytes under this elliptic-curve key. */
    public static boolean verifyDer(PublicKey key, byte[] bytes, byte[] signature) {
        try {
            AsymmetricKeyParameter parsed = PublicKeyFactory.createKey(key.getEncoded());
            if (!(parsed instanceof ECPublicKeyParameters curveKey)) {
                return false;
            }
            BigInteger order = curveKey.getParameters().getN();
            BigInteger[] values = StandardDSAEncoding.INSTANCE.decode(order, signature);
            return verify(curveKey, bytes, values[0], values[1]);
        } catch (IOException | RuntimeException e) {
            return false; // malformed: Bouncy Castle's parsers throw many kinds of exception on hostile bytes
        }
    }

    static boolean verify(ECPublicKeyParameters key, byte[] bytes, BigInteger r, BigInteger s) {
        if (s.compareTo(key.getParameters().getN().shiftRight(1)) > 0) {
            return false;
        }
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, key);
        return signer.verifySignature(new BouncyCastleDigests().sha256(bytes), r, s);
    }
}
