package io.provenant.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Digests;
import io.provenant.testing.TestDigests;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BouncyCastleDigestsTest {

    private final Digests digests = new BouncyCastleDigests();

    @Test
    void the_published_hashes_come_out() {
        assertThat(digests.digest(new byte[0]))
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(digests.digest("abc".getBytes(StandardCharsets.US_ASCII)))
                .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void both_implementations_of_the_port_agree_on_every_length() {
        long seed = 1_234L;
        Random random = new Random(seed);
        Digests jdk = new TestDigests();
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            byte[] key = new byte[1 + length % 100];
            random.nextBytes(bytes);
            random.nextBytes(key);
            assertThat(digests.sha256(bytes))
                    .as("seed %d, %d bytes", seed, length)
                    .isEqualTo(jdk.sha256(bytes));
            assertThat(digests.hmacSha256(key, bytes)).isEqualTo(jdk.hmacSha256(key, bytes));
        }
    }
}
