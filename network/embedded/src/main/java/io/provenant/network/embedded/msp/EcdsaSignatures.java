package io.provenant.network.embedded.msp;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/**
 * ECDSA over the SHA-256 of a message, whatever the curve (FIPS 186-4 6.4). A signature whose s lies in the upper half
 * of the order is refused, for otherwise everybody could make a second signature out of a first.
 */
final class EcdsaSignatures {

    private EcdsaSignatures() {}

    static boolean isValid(PublicKey key, ByteString message, ByteString signature) {
        if (!(key instanceof ECPublicKey curveKey) || !isLowS(curveKey, signature)) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(key);
            verifier.update(message.asReadOnlyByteBuffer());
            return verifier.verify(signature.toByteArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isLowS(ECPublicKey key, ByteString signature) {
        try {
            ASN1Sequence pair = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(signature.toByteArray()));
            if (pair == null || pair.size() != 2) {
                return false;
            }
            BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();
            return s.signum() > 0 && s.compareTo(key.getParams().getOrder().shiftRight(1)) <= 0;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
