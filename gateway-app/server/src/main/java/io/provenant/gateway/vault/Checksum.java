package io.provenant.gateway.vault;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** CRC-32C (RFC 3720 appendix B.4): finds torn and rotten bytes; authenticity is the cipher's. */
final class Checksum {

    static final int BYTES = 4;

    private Checksum() {}

    /** Over these bytes of the buffer, whose position stays. */
    static int of(ByteBuffer buffer, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.duplicate().clear().position(from).limit(from + length));
        return (int) crc.getValue();
    }
}
