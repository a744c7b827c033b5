package io.provenant.network.fabric.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes compressed tar archives (POSIX.1-1988 ustar) without times or owners: equal content gives equal bytes. */
final class TarGz {

    private static final int BLOCK = 512;
    private static final int CHECKSUM_AT = 148;

    private TarGz() {}

    static byte[] of(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream archive = new GZIPOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                byte[] content = file.getValue();
                archive.write(header(file.getKey(), content.length));
                archive.write(content);
                archive.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
            }
            archive.write(new byte[2 * BLOCK]);
        } catch (IOException e) {
            throw new IllegalStateException("cannot write an archive to memory", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(String name, int size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0100644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, String.format(Locale.ROOT, "%011o\0", size));
        put(header, 136, "00000000000\0");
        put(header, CHECKSUM_AT, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte part : header) {
            sum += Byte.toUnsignedInt(part);
        }
        put(header, CHECKSUM_AT, String.format(Locale.ROOT, "%06o\0 ", sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
