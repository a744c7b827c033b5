package io.provenant.network.embedded.msp;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Reads what an MSP holds in PEM. An identity is PEM too: the same certificate in DER is nobody. */
final class Certificates {

    private Certificates() {}

    /** The first certificate of a PEM text; empty where there is none or it cannot be read. */
    static Optional<X509Certificate> find(ByteString pem) {
        return body(pem, "CERTIFICATE").flatMap(Certificates::parse);
    }

    static X509Certificate require(String what, ByteString pem) {
        return find(pem).orElseThrow(() -> new MspException(what + " must be an X.509 certificate in PEM"));
    }

    static X509CRL requireRevocationList(String what, ByteString pem) {
        byte[] der = body(pem, "X509 CRL")
                .orElseThrow(() -> new MspException(what + " must be an X.509 revocation list in PEM"));
        try {
            return (X509CRL) factory().generateCRL(new ByteArrayInputStream(der));
        } catch (CertificateException | CRLException e) {
            throw new MspException(what + " cannot be read", e);
        }
    }

    /** The organisational units of the subject. */
    static SortedSet<String> units(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        SortedSet<String> units = new TreeSet<>();
        for (RDN name : subject.getRDNs(BCStyle.OU)) {
            for (AttributeTypeAndValue part : name.getTypesAndValues()) {
                if (part.getType().equals(BCStyle.OU)) {
                    units.add(IETFUtils.valueToString(part.getValue()));
                }
            }
        }
        return units;
    }

    static boolean isAuthority(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0;
    }

    private static Optional<X509Certificate> parse(byte[] der) {
        try {
            return Optional.of((X509Certificate) factory().generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }

    private static Optional<byte[]> body(ByteString pem, String label) {
        String text = pem.toString(StandardCharsets.ISO_8859_1);
        String begin = "-----BEGIN " + label + "-----";
        int from = text.indexOf(begin);
        int until = text.indexOf("-----END " + label + "-----", Math.max(from, 0));
        if (from < 0 || until < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(text.substring(from + begin.length(), until)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
