package io.provenant.network.identity;

import java.io.ByteArrayInputStream;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** A certificate and its private key. Its text never shows the key. */
public record Credential(X509Certificate certificate, PrivateKey privateKey) {

    /** Reads a certificate and an unencrypted PKCS#8 key on P-256. */
    public static Credential parse(String certificatePem, String privateKeyPem) {
        return new Credential(
                certificate(Pem.parseCertificate(certificatePem)), P256.parse(Pem.parsePrivateKey(privateKeyPem)));
    }

    static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IdentityException("cannot read an X.509 certificate", e);
        }
    }

    public String certificatePem() {
        return pem(certificate);
    }

    /** The key as unencrypted PKCS#8. */
    public String privateKeyPem() {
        return Pem.privateKey(privateKey.getEncoded());
    }

    /** A low-S ECDSA signature over the SHA-256 of the message, DER encoded. */
    public byte[] sign(byte[] message) {
        return P256.sign(privateKey, message);
    }

    /** A certificate as PEM. */
    public static String pem(X509Certificate certificate) {
        try {
            return Pem.certificate(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IdentityException("cannot encode the certificate of " + certificate.getSubjectX500Principal(), e);
        }
    }

    @Override
    public String toString() {
        return "Credential[" + certificate.getSubjectX500Principal() + "]";
    }
}
