package io.provenant.testing;

import io.provenant.ledger.SignatureAlgorithm;
import io.provenant.ledger.SignatureCheck;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** The JDK's Ed25519, for tests of the rules: a check that knows this one algorithm, and signing from a seed. */
public final class TestSignatures implements SignatureCheck {

    @Override
    public boolean verify(SignatureAlgorithm algorithm, byte[] publicKey, byte[] bytes, byte[] signature) {
        if (algorithm != SignatureAlgorithm.ED25519 || publicKey.length != 32 || signature.length != 64) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(spec(publicKey)));
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The raw public key of this seed. */
    public static byte[] publicKey(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new OneSeed(seed));
            EdECPoint point = ((EdECPublicKey) generator.generateKeyPair().getPublic()).getPoint();
            byte[] bigEndian = point.getY().toByteArray();
            byte[] littleEndian = new byte[32];
            for (int i = 0; i < Math.min(32, bigEndian.length); i++) {
                littleEndian[i] = bigEndian[bigEndian.length - 1 - i];
            }
            littleEndian[31] |= (byte) (point.isXOdd() ? 0x80 : 0);
            return littleEndian;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives the JDK's key generator one seed in place of randomness. */
    private static final class OneSeed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        OneSeed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    /** The signature of this seed's key over the bytes. */
    public static byte[] sign(byte[] seed, byte[] bytes) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
            signer.update(bytes);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    // RFC 8032 5.1.2: little-endian y, the highest bit says whether x is odd
    private static EdECPublicKeySpec spec(byte[] publicKey) {
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = publicKey[31 - i];
        }
        boolean odd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7f;
        return new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian)));
    }
}
