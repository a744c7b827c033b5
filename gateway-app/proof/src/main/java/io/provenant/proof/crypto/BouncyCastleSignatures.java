package io.provenant.proof.crypto;

import io.provenant.ledger.SignatureAlgorithm;
import io.provenant.ledger.SignatureCheck;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Detached signatures in exactly the form of domain 3a.2: fixed lengths, uncompressed points on the curve, low s for
 * P-256, no small-order Ed25519 key. Malformed input is false, never an exception.
 */
public final class BouncyCastleSignatures implements SignatureCheck {

    private static final int SIGNATURE_BYTES = 64;
    private static final int POINT_BYTES = 65;
    private static final ECDomainParameters P256 = domain("P-256");
    private static final ECDomainParameters SM2 = domain("sm2p256v1");

    @Override
    public boolean verify(SignatureAlgorithm algorithm, byte[] publicKey, byte[] bytes, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            return switch (algorithm) {
                case ED25519 -> ed25519(publicKey, bytes, signature);
                case ECDSA_P256 -> ecdsa(publicKey, bytes, signature);
                case SM2_SM3 -> sm2(publicKey, bytes, signature);
            };
        } catch (IllegalArgumentException e) {
            return false; // a point off the curve
        }
    }

    // validatePublicKeyFull refuses points of small order and points outside the prime-order subgroup
    private static boolean ed25519(byte[] publicKey, byte[] bytes, byte[] signature) {
        return publicKey.length == Ed25519.PUBLIC_KEY_SIZE
                && Ed25519.validatePublicKeyFull(publicKey, 0)
                && Ed25519.verify(signature, 0, publicKey, 0, bytes, 0, bytes.length);
    }

    private static boolean ecdsa(byte[] publicKey, byte[] bytes, byte[] signature) {
        int half = SIGNATURE_BYTES / 2;
        BigInteger r = new BigInteger(1, Arrays.copyOf(signature, half));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, half, SIGNATURE_BYTES));
        return EcdsaSignature.verify(point(publicKey, P256), bytes, r, s);
    }

    private static boolean sm2(byte[] publicKey, byte[] bytes, byte[] signature) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(false, point(publicKey, SM2));
        signer.update(bytes, 0, bytes.length);
        return signer.verifySignature(signature);
    }

    private static ECPublicKeyParameters point(byte[] publicKey, ECDomainParameters domain) {
        if (publicKey.length != POINT_BYTES || publicKey[0] != 4) {
            throw new IllegalArgumentException("not an uncompressed point");
        }
        return new ECPublicKeyParameters(domain.getCurve().decodePoint(publicKey), domain);
    }

    private static ECDomainParameters domain(String name) {
        X9ECParameters curve = CustomNamedCurves.getByName(name);
        return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }
}
