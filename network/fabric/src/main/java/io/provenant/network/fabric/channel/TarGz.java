package io.provenant.network.fabric.channel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Reads and writes compressed tar archives (POSIX.1-1988 ustar) without times or owners: equal content gives equal bytes. */
final class TarGz {

    private static final int BLOCK = 512;
    private static final int CHECKSUM_AT = 148;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;

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

    /** The content of one file of an archive. */
    static byte[] read(byte[] archive, String name) throws IOException {
        try (GZIPInputStream input = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            byte[] header = input.readNBytes(BLOCK);
            while (header.length == BLOCK && header[0] != 0) {
                int size = Integer.parseInt(text(header, SIZE_AT, SIZE_LENGTH), 8);
                byte[] content = input.readNBytes(size);
                if (content.length < size) {
                    throw new EOFException("the archive is cut short");
                }
                if (text(header, 0, NAME_LENGTH).equals(name)) {
                    input.transferTo(OutputStream.nullOutputStream()); // the checksum at the end is checked, too
                    return content;
                }
                input.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                header = input.readNBytes(BLOCK);
            }
        } catch (NumberFormatException e) {
            throw new IOException("not a tar archive", e);
        }
        throw new IOException("there is no " + name + " in the archive");
    }

    private static String text(byte[] header, int at, int length) {
        String field = new String(header, at, length, StandardCharsets.US_ASCII);
        int end = field.indexOf('\0');
        return (end < 0 ? field : field.substring(0, end)).strip();
    }

    private static byte[] header(String name, int size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0100644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, SIZE_AT, String.format(Locale.ROOT, "%011o\0", size));
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
