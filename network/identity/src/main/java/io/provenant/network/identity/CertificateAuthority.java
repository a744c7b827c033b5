package io.provenant.network.identity;

import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * A certificate authority with one P-256 key: issues leaf certificates, intermediate authorities and revocation lists.
 * All it issues names its organisation and carries a low-S signature.
 */
public final class CertificateAuthority {

    private final String organization;
    private final Credential credential;

    private CertificateAuthority(String organization, Credential credential) {
        this.organization = organization;
        this.credential = credential;
    }

    /** A new self-signed root. */
    public static CertificateAuthority root(String organization, String commonName, Validity validity) {
        KeyPair keys = P256.generate();
        X500Name name = subject(organization, List.of(), commonName);
        return authority(organization, name, Issuer.selfSigned(name, keys), keys, validity);
    }

    /** An authority that exists already, with the certificate and key it had. */
    public static CertificateAuthority of(String organization, Credential credential) {
        return new CertificateAuthority(organization, credential);
    }

    /** A new authority whose certificate this one issues. */
    public CertificateAuthority intermediate(String commonName, Validity validity) {
        X500Name name = subject(organization, List.of(), commonName);
        return authority(organization, name, Issuer.of(credential), P256.generate(), validity);
    }

    /** A new key and its certificate. */
    public Credential issue(CertificateProfile profile) {
        KeyPair keys = P256.generate();
        return new Credential(issue(profile, keys.getPublic()), keys.getPrivate());
    }

    /** A certificate for a key that somebody holds already, such as the renewal of an older one. */
    public X509Certificate issue(CertificateProfile profile, PublicKey key) {
        X500Name name = subject(organization, profile.organizationalUnits(), profile.commonName());
        return Issuer.of(credential).certify(name, key, profile.validity(), CertificateExtensions.leaf(profile));
    }

    /** The same certificate with another validity and number: same name, key and extensions. */
    public X509Certificate renew(X509Certificate certificate, Validity validity) {
        return Issuer.of(credential).renew(certificate, validity);
    }

    /** A revocation list that names the given certificates, as PEM; an MSP reads it from its folder {@code crls}. */
    public String revoke(Collection<X509Certificate> certificates, Validity validity) {
        return Issuer.of(credential).revoke(certificates, validity);
    }

    public Credential credential() {
        return credential;
    }

    public X509Certificate certificate() {
        return credential.certificate();
    }

    public String certificatePem() {
        return credential.certificatePem();
    }

    private static CertificateAuthority authority(
            String organization, X500Name name, Issuer issuer, KeyPair keys, Validity validity) {
        X509Certificate certificate =
                issuer.certify(name, keys.getPublic(), validity, CertificateExtensions.authority());
        return new CertificateAuthority(organization, new Credential(certificate, keys.getPrivate()));
    }

    private static X500Name subject(String organization, List<String> units, String commonName) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, organization);
        units.forEach(unit -> name.addRDN(BCStyle.OU, unit));
        return name.addRDN(BCStyle.CN, commonName).build();
    }
}
