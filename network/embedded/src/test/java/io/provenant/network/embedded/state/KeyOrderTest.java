package io.provenant.network.embedded.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyOrderTest {

    @Test
    void keys_are_in_the_order_of_their_utf_8_bytes() {
        List<String> pieces = List.of(
                "", "\0", "a", "b", "~", "\u00e9", "\u4e2d", "\uffee", "\ue000", "\ud83d\ude00", "\udbff\udfff");
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String left = piece(pieces, random) + piece(pieces, random) + piece(pieces, random);
            String right = piece(pieces, random) + piece(pieces, random) + piece(pieces, random);

            int expected = Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

            assertThat(Integer.signum(KeyOrder.UTF_8.compare(left, right)))
                    .as("%s against %s", left, right)
                    .isEqualTo(Integer.signum(expected));
        }
    }

    @Test
    void keys_of_hashes_are_in_the_order_of_the_hashes() {
        byte[] low = {0, (byte) 0x7f, 1};
        byte[] high = {0, (byte) 0x80, 0};

        String lowKey = Space.keyOf(ByteString.copyFrom(low));
        String highKey = Space.keyOf(ByteString.copyFrom(high));

        assertThat(KeyOrder.UTF_8.compare(lowKey, highKey)).isNegative();
        assertThat(Space.hashOf(highKey)).isEqualTo(ByteString.copyFrom(high));
    }

    @Test
    void bytes_of_versions_are_in_the_order_of_versions() {
        assertThat(new Version(0, 0).toBytes()).isEqualTo(bytes(0, 0));
        assertThat(new Version(5, 3).toBytes()).isEqualTo(bytes(1, 5, 1, 3));
        assertThat(new Version(255, 256).toBytes()).isEqualTo(bytes(1, 255, 2, 1, 0));
        assertThat(new Version(65_536, 1).toBytes()).isEqualTo(bytes(3, 1, 0, 0, 1, 1));
    }

    private static String piece(List<String> pieces, Random random) {
        return pieces.get(random.nextInt(pieces.size()));
    }

    private static ByteString bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return ByteString.copyFrom(bytes);
    }
}
