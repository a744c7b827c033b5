package io.provenant.network.embedded.msp;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * Checks ECDSA signatures over the SHA-256 of a message, whatever the curve (FIPS 186-4 6.4). A signature whose s lies in
 * the upper half of the order is refused, for otherwise everybody could make a second signature out of a first; so is
 * one that is not in DER. On Bouncy Castle's own arithmetic, several times as fast as the JDK's.
 */
final class EcdsaVerifier {

    private final Optional<ECPublicKeyParameters> key;

    private EcdsaVerifier(Optional<ECPublicKeyParameters> key) {
        this.key = key;
    }

    /** The verifier of a certificate's key; of a key that is on no curve it takes no signature. */
    static EcdsaVerifier of(PublicKey key) {
        try {
            AsymmetricKeyParameter parameters = PublicKeyFactory.createKey(key.getEncoded());
            return new EcdsaVerifier(
                    parameters instanceof ECPublicKeyParameters curveKey ? Optional.of(curveKey) : Optional.empty());
        } catch (IOException | IllegalArgumentException e) {
            return new EcdsaVerifier(Optional.empty()); // a kind of key that nobody signs with here
        }
    }

    boolean isValid(ByteString message, ByteString signature) {
        return key.isPresent() && isValid(key.get(), message, signature);
    }

    private static boolean isValid(ECPublicKeyParameters key, ByteString message, ByteString signature) {
        try {
            ASN1Primitive der = ASN1Primitive.fromByteArray(signature.toByteArray());
            if (!(der instanceof ASN1Sequence pair)
                    || pair.size() != 2
                    || !signature.equals(ByteString.copyFrom(der.getEncoded(ASN1Encoding.DER)))) {
                return false;
            }
            BigInteger r = ASN1Integer.getInstance(pair.getObjectAt(0)).getValue();
            BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();
            boolean isLow = s.compareTo(key.getParameters().getN().shiftRight(1)) <= 0;
            ECDSASigner verifier = new ECDSASigner();
            verifier.init(false, key);
            return isLow && verifier.verifySignature(Digests.sha256(message), r, s);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
