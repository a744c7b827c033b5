package io.provenant.contract;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * Creators of proposals with any attribute extension, also such as no certificate authority issues. The signature is
 * empty: a peer has checked it before chaincode sees the certificate.
 */
final class TestCertificate {

    private static final ASN1ObjectIdentifier ATTRIBUTES = new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1");
    private static final AlgorithmIdentifier ALGORITHM =
            new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.10045.4.3.2"));

    private TestCertificate() {}

    /** A creator whose certificate has this text in Fabric CA's extension. */
    static byte[] creator(String mspId, String attributes) {
        return creator(mspId, Optional.of(attributes.getBytes(StandardCharsets.UTF_8)));
    }

    /** A creator whose certificate has these bytes in Fabric CA's extension, or no extension. */
    static byte[] creator(String mspId, Optional<byte[]> attributes) {
        return identity(mspId, pem(certificate(attributes)));
    }

    /** A creator with the three attributes of a role certificate. */
    static byte[] creator(String mspId, String party, String role, String person) {
        return creator(
                mspId,
                "{\"attrs\":{\"pvn.party\":\"" + party + "\",\"pvn.person\":\"" + person + "\",\"pvn.role\":\"" + role
                        + "\"}}");
    }

    /** A creator of whatever bytes. */
    static byte[] identity(String mspId, byte[] idBytes) {
        return SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(ByteString.copyFrom(idBytes))
                .build()
                .toByteArray();
    }

    private static byte[] certificate(Optional<byte[]> attributes) {
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(BigInteger.ONE));
        generator.setSignature(ALGORITHM);
        generator.setIssuer(new X500Name("CN=test"));
        generator.setSubject(new X500Name("CN=role alias"));
        generator.setStartDate(new Time(Date.from(Instant.parse("2026-01-01T00:00:00Z"))));
        generator.setEndDate(new Time(Date.from(Instant.parse("2036-01-01T00:00:00Z"))));
        generator.setSubjectPublicKeyInfo(new SubjectPublicKeyInfo(ALGORITHM, new byte[] {4}));
        attributes.ifPresent(bytes -> generator.setExtensions(new Extensions(new Extension(ATTRIBUTES, false, bytes))));
        return encoded(generator.generateTBSCertificate());
    }

    private static byte[] encoded(TBSCertificate certificate) {
        try {
            return Certificate.getInstance(new DERSequence(
                            new ASN1Encodable[] {certificate, ALGORITHM, new DERBitString(new byte[] {0})}))
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pem(byte[] der) {
        StringWriter out = new StringWriter();
        try (PemWriter writer = new PemWriter(out)) {
            writer.writeObject(new PemObject("CERTIFICATE", der));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
