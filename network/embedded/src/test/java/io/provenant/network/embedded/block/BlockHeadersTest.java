package io.provenant.network.embedded.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockHeadersTest {

    private static final ByteString PREVIOUS = ByteString.copyFrom(new byte[32]);
    private static final ByteString DATA = ByteString.copyFromUtf8("0123456789abcdef0123456789abcdef");

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 255, 256, 32_767, 32_768, 1L << 40, Long.MAX_VALUE, -1})
    void a_header_is_hashed_over_der(long number) throws Exception {
        BlockHeader header = BlockHeader.newBuilder()
                .setNumber(number)
                .setPreviousHash(PREVIOUS)
                .setDataHash(DATA)
                .build();

        byte[] der = naiveDer(number, PREVIOUS.toByteArray(), DATA.toByteArray());

        assertThat(BlockHeaders.der(header).toByteArray()).isEqualTo(der);
        assertThat(BlockHeaders.hash(header).toByteArray()).isEqualTo(sha256(der));
    }

    @Test
    void block_0_names_no_previous_block() throws Exception {
        BlockHeader header = BlockHeader.newBuilder().setDataHash(DATA).build();

        assertThat(BlockHeaders.der(header).toByteArray()).isEqualTo(naiveDer(0, new byte[0], DATA.toByteArray()));
    }

    @Test
    void transactions_are_hashed_one_after_the_other() throws Exception {
        BlockData data = BlockData.newBuilder()
                .addData(ByteString.copyFromUtf8("one"))
                .addData(ByteString.copyFromUtf8("two"))
                .build();

        assertThat(BlockHeaders.dataHash(data).toByteArray())
                .isEqualTo(sha256("onetwo".getBytes(StandardCharsets.UTF_8)));
    }

    /** Tag, length below 128, content: all that these short values need. */
    private static byte[] naiveDer(long number, byte[] previous, byte[] data) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        write(content, 0x02, new BigInteger(Long.toUnsignedString(number)).toByteArray());
        write(content, 0x04, previous);
        write(content, 0x04, data);
        ByteArrayOutputStream sequence = new ByteArrayOutputStream();
        write(sequence, 0x30, content.toByteArray());
        return sequence.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, int tag, byte[] content) {
        out.write(tag);
        out.write(content.length);
        out.writeBytes(content);
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
