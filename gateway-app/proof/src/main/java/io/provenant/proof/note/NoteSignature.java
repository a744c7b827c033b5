package io.provenant.proof.note;

import io.provenant.proof.format.StrictBase64;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One signature line of a signed note (C2SP signed-note).
 *
 * @param name who signs; for a log, its origin
 * @param keyId 8 hexadecimal digits
 * @param signature in lower-case hexadecimal
 */
public record NoteSignature(String name, String keyId, String signature) {

    private static final String DASH = "\u2014 ";
    private static final int ID_BYTES = 4;
    private static final HexFormat HEX = HexFormat.of();

    static NoteSignature parse(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new IllegalArgumentException("a signature line is written: dash, name, base64");
        }
        byte[] bytes = StrictBase64.fromStandard(line.substring(space + 1));
        if (bytes.length <= ID_BYTES) {
            throw new IllegalArgumentException(
                    "a signature line holds key id and signature, not " + bytes.length + " bytes");
        }
        return new NoteSignature(
                line.substring(DASH.length(), space),
                HEX.formatHex(bytes, 0, ID_BYTES),
                HEX.formatHex(bytes, ID_BYTES, bytes.length));
    }

    /** The raw bytes of the signature. */
    public byte[] signatureBytes() {
        return HEX.parseHex(signature);
    }

    String line() {
        byte[] id = HEX.parseHex(keyId);
        byte[] bytes = Arrays.copyOf(id, id.length + signatureBytes().length);
        System.arraycopy(signatureBytes(), 0, bytes, id.length, bytes.length - id.length);
        return DASH + name + " " + StrictBase64.standard(bytes) + "\n";
    }
}
