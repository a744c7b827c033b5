package io.provenant.proof.crypto;

import static io.provenant.ledger.SignatureAlgorithm.ECDSA_P256;
import static io.provenant.ledger.SignatureAlgorithm.ED25519;
import static io.provenant.ledger.SignatureAlgorithm.SM2_SM3;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.ledger.SignatureAlgorithm;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.junit.jupiter.api.Test;

/** The forms of domain 3a.2. */
class BouncyCastleSignaturesTest {

    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);
    // domain 9.5
    private static final byte[] KEY =
            HexFormat.of().parseHex("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8");
    private static final ECDomainParameters P256 = domain("P-256");
    private static final ECDomainParameters SM2 = domain("sm2p256v1");

    private final BouncyCastleSignatures signatures = new BouncyCastleSignatures();

    @Test
    void a_withdrawal_of_the_vectors_verifies_under_its_key_alone() {
        byte[] bytes = ("pvn/withdraw/v1\0market-1\0" + "a".repeat(64) + "\0003f0c8d5e-2b1a-4c77-9e55-1d2f3a4b5c6d\0"
                        + "0000000000000003")
                .getBytes(StandardCharsets.UTF_8);
        byte[] key = HexFormat.of().parseHex("a32bfb58337e5a0b11ea218967a4f53dbcbd2889b8081d79864c45c8535c45ac");
        byte[] signature = HexFormat.of()
                .parseHex("6f1daed659acb678c701f6297756088f8d11188a459b46c4497c4f52458eb723"
                        + "9a1b6faf8c9b7e1ee1f4090990dba6e25df72118ea5d9ea9a3005daaf204810a");

        assertThat(signatures.verify(ED25519, key, bytes, signature)).isTrue();
        assertThat(signatures.verify(ED25519, KEY, bytes, signature)).isFalse();
        bytes[0] ^= 1;
        assertThat(signatures.verify(ED25519, key, bytes, signature)).isFalse();
    }

    @Test
    void a_small_order_key_that_would_verify_anything_is_refused() {
        byte[] identity = new byte[32];
        identity[0] = 1;
        byte[] signature = new byte[64];
        signature[0] = 1;

        assertThat(signatures.verify(ED25519, identity, MESSAGE, signature)).isFalse();
    }

    @Test
    void p_256_takes_the_low_one_of_the_two_signatures() {
        AsymmetricCipherKeyPair keys = keys(P256);
        ECDSASigner signer = new ECDSASigner();
        signer.init(true, keys.getPrivate());
        BigInteger[] values = signer.generateSignature(new BouncyCastleDigests().sha256(MESSAGE));
        BigInteger low = values[1].min(P256.getN().subtract(values[1]));
        byte[] good = plain(P256, values[0], low);
        byte[] high = plain(P256, values[0], P256.getN().subtract(low));

        assertThat(signatures.verify(ECDSA_P256, point(keys), MESSAGE, good)).isTrue();
        assertThat(signatures.verify(ECDSA_P256, point(keys), MESSAGE, high)).isFalse();
        assertThat(signatures.verify(SM2_SM3, point(keys), MESSAGE, good)).isFalse();
    }

    @Test
    void sm2_signs_with_sm3() throws Exception {
        AsymmetricCipherKeyPair keys = keys(SM2);
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(true, keys.getPrivate());
        signer.update(MESSAGE, 0, MESSAGE.length);
        byte[] signature = signer.generateSignature();

        assertThat(signatures.verify(SM2_SM3, point(keys), MESSAGE, signature)).isTrue();
        assertThat(signatures.verify(SM2_SM3, point(keys), new byte[0], signature))
                .isFalse();
    }

    @Test
    void malformed_keys_and_signatures_are_false_and_never_an_exception() {
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            for (int length : new int[] {0, 1, 31, 32, 33, 63, 64, 65, 66}) {
                for (int fill : new int[] {0, 1, 4, 0xff}) {
                    byte[] bytes = new byte[length];
                    Arrays.fill(bytes, (byte) fill);
                    assertThat(signatures.verify(algorithm, bytes, MESSAGE, new byte[64]))
                            .isFalse();
                    assertThat(signatures.verify(algorithm, KEY, MESSAGE, bytes))
                            .isFalse();
                }
            }
        }
    }

    private static AsymmetricCipherKeyPair keys(ECDomainParameters domain) {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(domain, new SecureRandom()));
        return generator.generateKeyPair();
    }

    private static byte[] point(AsymmetricCipherKeyPair keys) {
        return ((ECPublicKeyParameters) keys.getPublic()).getQ().getEncoded(false);
    }

    private static byte[] plain(ECDomainParameters domain, BigInteger r, BigInteger s) {
        return PlainDSAEncoding.INSTANCE.encode(domain.getN(), r, s);
    }

    private static ECDomainParameters domain(String name) {
        X9ECParameters curve = CustomNamedCurves.getByName(name);
        return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }
}
