package io.provenant.contract;

import static io.provenant.ledger.SignatureAlgorithm.ECDSA_P256;
import static io.provenant.ledger.SignatureAlgorithm.ED25519;
import static io.provenant.ledger.SignatureAlgorithm.SM2_SM3;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.ledger.SignatureAlgorithm;
import io.provenant.testing.TestSignatures;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Detached signatures in the one form of domain 3a.2: known answers, and inputs made to be accepted by a lax check. */
class BouncyCastleSignaturesTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final BigInteger ED25519_ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final BigInteger P256_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    /** A key, a message and a signature over it. */
    private record Vector(SignatureAlgorithm algorithm, String keyHex, String text, String signatureHex) {
        static Vector of(SignatureAlgorithm algorithm, String key, String message, String signature) {
            return new Vector(algorithm, key, message, signature);
        }

        byte[] key() {
            return HEX.parseHex(keyHex);
        }

        byte[] message() {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        byte[] signature() {
            return HEX.parseHex(signatureHex);
        }

        Vector key(byte[] other) {
            return new Vector(algorithm, HEX.formatHex(other), text, signatureHex);
        }

        Vector signature(byte[] other) {
            return new Vector(algorithm, keyHex, text, HEX.formatHex(other));
        }
    }

    /** RFC 8032 7.1 test 1. */
    private static final Vector OF_ED25519 = Vector.of(
            ED25519,
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                    + "d25bf5f0595bbe24655141438e7a100b");

    /** RFC 6979 A.2.5, SHA-256, "sample", with n − s in place of its high s. */
    private static final Vector OF_P256 = Vector.of(
            ECDSA_P256,
            "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                    + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299",
            "sample",
            "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                    + "0834e36ad29a83bf2bc9385e491d6099c8fdf9d1ed67aa7ea5f51f93782857a9");

    /** GB/T 32918.5-2017 annex A.2. */
    private static final Vector OF_SM2 = Vector.of(
            SM2_SM3,
            "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                    + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13",
            "message digest",
            "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                    + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");

    private static final List<Vector> ALL = List.of(OF_ED25519, OF_P256, OF_SM2);

    private final BouncyCastleSignatures signatures = new BouncyCastleSignatures();

    @ParameterizedTest
    @EnumSource
    void the_published_signature_verifies(SignatureAlgorithm algorithm) {
        assertThat(verifies(of(algorithm))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void no_bit_of_key_message_or_signature_may_differ(SignatureAlgorithm algorithm) {
        Vector vector = of(algorithm);
        for (int bit = 0; bit < 512; bit++) {
            assertThat(verifies(vector.signature(flipped(vector.signature(), bit))))
                    .as("bit %d of the signature", bit)
                    .isFalse();
        }
        for (int bit = 0; bit < vector.key().length * 8; bit++) {
            assertThat(verifies(vector.key(flipped(vector.key(), bit))))
                    .as("bit %d of the key", bit)
                    .isFalse();
        }
        byte[] longer = Arrays.copyOf(vector.message(), vector.message().length + 1);
        assertThat(signatures.verify(algorithm, vector.key(), longer, vector.signature()))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void another_length_is_refused_and_never_thrown_at(SignatureAlgorithm algorithm) {
        Vector vector = of(algorithm);
        for (int length = 0; length <= 130; length++) {
            if (length != vector.signature().length) {
                assertThat(verifies(vector.signature(Arrays.copyOf(vector.signature(), length))))
                        .as("signature of %d bytes", length)
                        .isFalse();
            }
            if (length != vector.key().length) {
                assertThat(verifies(vector.key(Arrays.copyOf(vector.key(), length))))
                        .as("key of %d bytes", length)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noise_is_refused_and_never_thrown_at(SignatureAlgorithm algorithm) {
        long seed = 4_711L;
        Random random = new Random(seed);
        Vector vector = of(algorithm);
        for (int i = 0; i < 500; i++) {
            byte[] key = new byte[vector.key().length];
            byte[] signature = new byte[64];
            random.nextBytes(key);
            random.nextBytes(signature);
            key[0] = i % 2 == 0 ? key[0] : 4;
            assertThat(verifies(vector.key(key).signature(signature)))
                    .as("seed %d, try %d", seed, i)
                    .isFalse();
            assertThat(verifies(vector.key(key))).isFalse();
            assertThat(verifies(vector.signature(signature))).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_signature_of_zeros_or_ones_is_refused(SignatureAlgorithm algorithm) {
        Vector vector = of(algorithm);
        byte[] ones = new byte[64];
        Arrays.fill(ones, (byte) 0xff);

        assertThat(verifies(vector.signature(new byte[64]))).isFalse();
        assertThat(verifies(vector.signature(ones))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_key_of_one_algorithm_is_none_of_another(SignatureAlgorithm algorithm) {
        for (Vector vector : ALL) {
            if (vector.algorithm() != algorithm) {
                assertThat(signatures.verify(algorithm, vector.key(), vector.message(), vector.signature()))
                        .isFalse();
            }
        }
    }

    // R = B, S = 1 verifies over every message whose hash is a multiple of the key's order, in a check that takes the
    // key.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
            })
    void a_key_of_small_order_signs_nothing_although_a_lax_check_takes_it(String key) {
        byte[] forged = HEX.parseHex("5866666666666666666666666666666666666666666666666666666666666666"
                + "0100000000000000000000000000000000000000000000000000000000000000");
        TestSignatures lax = new TestSignatures();
        int taken = 0;
        for (int i = 0; i < 200; i++) {
            byte[] message = ("withdraw " + i).getBytes(StandardCharsets.US_ASCII);
            taken += lax.verify(ED25519, HEX.parseHex(key), message, forged) ? 1 : 0;
            assertThat(signatures.verify(ED25519, HEX.parseHex(key), message, forged))
                    .as("message %d", i)
                    .isFalse();
        }
        assertThat(taken).as("forgeries that the JDK takes").isPositive();
    }

    // y and y + p, and x = 0 with its sign bit set: second spellings of points of small order
    @ParameterizedTest
    @ValueSource(
            strings = {
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            })
    void a_key_in_a_second_spelling_is_refused(String key) {
        byte[] forged = HEX.parseHex("5866666666666666666666666666666666666666666666666666666666666666"
                + "0100000000000000000000000000000000000000000000000000000000000000");
        for (int i = 0; i < 50; i++) {
            byte[] message = ("withdraw " + i).getBytes(StandardCharsets.US_ASCII);
            assertThat(signatures.verify(ED25519, HEX.parseHex(key), message, forged))
                    .isFalse();
        }
    }

    // The key of seed 00…1f plus a point of order 8, and a signature whose hash is a multiple of 8.
    @Test
    void a_key_outside_the_prime_order_group_is_refused() {
        Vector mixed = Vector.of(
                ED25519,
                "b154bd62188ae283dd187fefe8c31f5e276edf083b4cff11c9d5cff856c74440",
                "mixed order",
                "e4593b4f92ca95a16c205aa4f28c129302dec0fdae0c072a8170fe0e7b518381"
                        + "e867befa493eae2df0e96738a9262cf1d39783c70cd14ef88d8117bb74c14606");

        assertThat(new TestSignatures().verify(ED25519, mixed.key(), mixed.message(), mixed.signature()))
                .as("what the JDK says")
                .isTrue();
        assertThat(verifies(mixed)).isFalse();
    }

    // RFC 8032 5.1.7: S in 0 … L − 1, else one signature has several forms
    @Test
    void an_ed25519_signature_with_s_beyond_the_order_is_refused() {
        byte[] littleEndian = Arrays.copyOfRange(OF_ED25519.signature(), 32, 64);
        BigInteger beyond = new BigInteger(1, reversed(littleEndian)).add(ED25519_ORDER);
        byte[] malleated = OF_ED25519.signature().clone();
        System.arraycopy(reversed(fixed(beyond)), 0, malleated, 32, 32);

        assertThat(verifies(OF_ED25519.signature(malleated))).isFalse();
    }

    @Test
    void the_high_s_of_the_same_p256_signature_is_refused() {
        BigInteger low = new BigInteger(1, Arrays.copyOfRange(OF_P256.signature(), 32, 64));
        byte[] high = OF_P256.signature().clone();
        System.arraycopy(fixed(P256_ORDER.subtract(low)), 0, high, 32, 32);

        assertThat(verifies(OF_P256.signature(high))).isFalse();
    }

    @Test
    void r_and_s_of_zero_or_the_order_and_beyond_are_refused() {
        for (BigInteger edge : List.of(BigInteger.ZERO, P256_ORDER, P256_ORDER.add(BigInteger.ONE))) {
            byte[] r = OF_P256.signature().clone();
            byte[] s = OF_P256.signature().clone();
            System.arraycopy(fixed(edge), 0, r, 0, 32);
            System.arraycopy(fixed(edge), 0, s, 32, 32);
            assertThat(verifies(OF_P256.signature(r))).as("r = %s", edge).isFalse();
            assertThat(verifies(OF_P256.signature(s))).as("s = %s", edge).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ECDSA_P256", "SM2_SM3"})
    void a_point_off_the_curve_or_in_another_form_is_refused(SignatureAlgorithm algorithm) {
        Vector vector = of(algorithm);
        for (int form : new int[] {0, 1, 2, 3, 5, 6, 7}) {
            byte[] key = vector.key().clone();
            key[0] = (byte) form;
            assertThat(verifies(vector.key(key))).as("form %d", form).isFalse();
        }
        byte[] compressed = Arrays.copyOf(vector.key(), 33);
        compressed[0] = (byte) (2 + (vector.key()[64] & 1));
        assertThat(verifies(vector.key(compressed))).isFalse();
        assertThat(verifies(vector.key(new byte[] {0}))).isFalse();
        byte[] origin = new byte[65];
        origin[0] = 4;
        assertThat(verifies(vector.key(origin))).isFalse();
    }

    private Vector of(SignatureAlgorithm algorithm) {
        return ALL.stream()
                .filter(vector -> vector.algorithm() == algorithm)
                .findFirst()
                .orElseThrow();
    }

    private boolean verifies(Vector vector) {
        return signatures.verify(vector.algorithm(), vector.key(), vector.message(), vector.signature());
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        return changed;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] out = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            out[i] = bytes[bytes.length - 1 - i];
        }
        return out;
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] out = new byte[32];
        int from = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, from, out, 32 - (bytes.length - from), bytes.length - from);
        return out;
    }
}
