package io.provenant.network.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** The signing side of an authority: its name, its key and its key identifier, put into all that it issues (RFC 5280). */
record Issuer(X500Name name, PublicKey publicKey, PrivateKey privateKey) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BITS = 127;

    static Issuer of(Credential credential) {
        X509Certificate certificate = credential.certificate();
        X500Name name =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return new Issuer(name, certificate.getPublicKey(), credential.privateKey());
    }

    static Issuer selfSigned(X500Name name, KeyPair keys) {
        return new Issuer(name, keys.getPublic(), keys.getPrivate());
    }

    X509Certificate certify(X500Name subject, PublicKey key, Validity validity, CertificateExtensions extensions) {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, RANDOM).setBit(0),
                Date.from(validity.notBefore()),
                Date.from(validity.notAfter()),
                subject,
                SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        try {
            extensions.addTo(builder, key);
            builder.addExtension(Extension.authorityKeyIdentifier, false, keyIdentifier());
            return Credential.certificate(
                    builder.build(new LowSContentSigner(privateKey)).getEncoded());
        } catch (IOException e) {
            throw new IdentityException("cannot write a certificate for " + subject, e);
        }
    }

    X509Certificate renew(X509Certificate certificate, Validity validity) {
        try {
            X509CertificateHolder old = new X509CertificateHolder(certificate.getEncoded());
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    name,
                    new BigInteger(SERIAL_BITS, RANDOM).setBit(0),
                    Date.from(validity.notBefore()),
                    Date.from(validity.notAfter()),
                    old.getSubject(),
                    old.getSubjectPublicKeyInfo());
            for (ASN1ObjectIdentifier extension : old.getExtensions().getExtensionOIDs()) {
                builder.addExtension(old.getExtension(extension));
            }
            return Credential.certificate(
                    builder.build(new LowSContentSigner(privateKey)).getEncoded());
        } catch (IOException | CertificateEncodingException e) {
            throw new IdentityException("cannot renew " + certificate.getSubjectX500Principal(), e);
        }
    }

    String revoke(Collection<X509Certificate> certificates, Validity validity) {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(name, Date.from(validity.notBefore()));
        builder.setNextUpdate(Date.from(validity.notAfter()));
        certificates.forEach(certificate -> builder.addCRLEntry(
                certificate.getSerialNumber(), Date.from(validity.notBefore()), CRLReason.unspecified));
        try {
            builder.addExtension(Extension.authorityKeyIdentifier, false, keyIdentifier());
            X509CRLHolder list = builder.build(new LowSContentSigner(privateKey));
            return Pem.crl(list.getEncoded());
        } catch (IOException e) {
            throw new IdentityException("cannot write a revocation list of " + name, e);
        }
    }

    private AuthorityKeyIdentifier keyIdentifier() {
        return new AuthorityKeyIdentifier(CertificateExtensions.keyIdentifier(publicKey));
    }
}
