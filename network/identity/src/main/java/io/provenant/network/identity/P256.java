package io.provenant.network.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/** Keys on the curve P-256 and ECDSA signatures whose s is in the lower half of the order, the only form Fabric takes. */
final class P256 {

    /** The order of the curve's base point (FIPS 186-4 D.1.2.3). */
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private P256() {}

    static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IdentityException("cannot make a P-256 key", e);
        }
    }

    static PrivateKey parse(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IdentityException("cannot read an EC private key", e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(message);
            return lowS(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IdentityException("cannot sign with a P-256 key", e);
        }
    }

    private static byte[] lowS(byte[] der) {
        ASN1Sequence pair = ASN1Sequence.getInstance(der);
        BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getPositiveValue();
        if (s.compareTo(ORDER.shiftRight(1)) <= 0) {
            return der;
        }
        try {
            return new DERSequence(new ASN1Encodable[] {pair.getObjectAt(0), new ASN1Integer(ORDER.subtract(s))})
                    .getEncoded();
        } catch (IOException e) {
            throw new IdentityException("cannot encode a signature", e);
        }
    }
}
