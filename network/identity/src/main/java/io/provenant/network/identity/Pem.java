package io.provenant.network.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Textual encoding of DER values (RFC 7468): one value a text, 64 characters a line. */
final class Pem {

    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final String CRL = "X509 CRL";

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    static String certificate(byte[] der) {
        return encode(CERTIFICATE, der);
    }

    static String privateKey(byte[] pkcs8) {
        return encode(PRIVATE_KEY, pkcs8);
    }

    static String crl(byte[] der) {
        return encode(CRL, der);
    }

    static byte[] parseCertificate(String pem) {
        return decode(CERTIFICATE, pem);
    }

    static byte[] parsePrivateKey(String pem) {
        return decode(PRIVATE_KEY, pem);
    }

    private static String encode(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    private static byte[] decode(String label, String pem) {
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        int from = pem.indexOf(begin);
        int until = pem.indexOf(end);
        if (from < 0 || until < from) {
            throw new IllegalArgumentException("PEM text must hold one " + label);
        }
        return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), until));
    }
}
