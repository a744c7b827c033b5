package io.provenant.proof.trust;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;

/** X.509 certificates and revocation lists out of PEM; what is none is an {@link IllegalArgumentException}. */
public final class PemCertificates {

    private PemCertificates() {}

    /** The one certificate of a PEM text. */
    public static X509Certificate certificate(byte[] pem) {
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(pem);
            X509Certificate certificate = (X509Certificate) factory().generateCertificate(in);
            if (certificate == null || !new String(in.readAllBytes(), StandardCharsets.UTF_8).isBlank()) {
                throw new IllegalArgumentException("PEM must hold one certificate");
            }
            return certificate;
        } catch (CertificateException e) {
            throw new IllegalArgumentException("PEM holds no X.509 certificate", e);
        }
    }

    static X509Certificate certificate(String pem) {
        return certificate(pem.getBytes(StandardCharsets.UTF_8));
    }

    static X509CRL revocationList(String pem) {
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8));
            return (X509CRL) factory().generateCRL(in);
        } catch (CertificateException | CRLException e) {
            throw new IllegalArgumentException("PEM holds no X.509 revocation list", e);
        }
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}
