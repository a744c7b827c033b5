package io.provenant.network.identity;

import java.io.IOException;
import java.security.PublicKey;
import java.util.List;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.digests.SHA1Digest;

/** The extensions of one kind of certificate (RFC 5280 4.2); the authority key identifier is the issuer's to add. */
interface CertificateExtensions {

    void addTo(X509v3CertificateBuilder builder, PublicKey key) throws IOException;

    /** An authority that may sign certificates and revocation lists; an MSP asks for its key identifier. */
    static CertificateExtensions authority() {
        return (builder, key) -> {
            int usage = KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign;
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyIdentifier(key)));
        };
    }

    static CertificateExtensions leaf(CertificateProfile profile) {
        return (builder, key) -> {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyIdentifier(key)));
            if (profile.isForTls()) {
                KeyPurposeId[] bothEnds = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(bothEnds));
            }
            if (!profile.subjectAlternativeNames().isEmpty()) {
                GeneralNames names = names(profile.subjectAlternativeNames());
                builder.addExtension(Extension.subjectAlternativeName, false, names);
            }
            if (!profile.attributes().isEmpty()) {
                byte[] json = AttributeExtension.encode(profile.attributes());
                builder.addExtension(AttributeExtension.OID, false, json);
            }
        };
    }

    /** SHA-1 of the key's bit string (RFC 5280 4.2.1.2, method 1): a name for the key, not a proof of anything. */
    static byte[] keyIdentifier(PublicKey key) {
        byte[] bits = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getPublicKeyData()
                .getBytes();
        SHA1Digest digest = new SHA1Digest();
        digest.update(bits, 0, bits.length);
        byte[] identifier = new byte[digest.getDigestSize()];
        digest.doFinal(identifier, 0);
        return identifier;
    }

    private static GeneralNames names(List<String> names) {
        return new GeneralNames(names.stream().map(CertificateExtensions::name).toArray(GeneralName[]::new));
    }

    private static GeneralName name(String name) {
        boolean address = name.contains(":") || name.matches("[0-9]+(\\.[0-9]+){3}");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }
}
