package io.provenant.contract;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Invoker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * Reads MSP and attributes from the creator of a proposal. The peer has checked chain, expiry and revocation already;
 * here only the attributes are read, where Fabric CA puts them (domain 3a.9). Parsed as ASN.1, not by a JCA provider.
 */
final class CreatorCertificate {

    private static final ASN1ObjectIdentifier ATTRIBUTES = new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1");

    private CreatorCertificate() {}

    static Invoker invoker(byte[] creator) {
        try {
            SerializedIdentity identity = SerializedIdentity.parseFrom(creator);
            JsonObject attributes = attributes(identity.getIdBytes().toByteArray());
            return new Invoker(
                    identity.getMspid(),
                    text(attributes, "pvn.party"),
                    text(attributes, "pvn.role"),
                    text(attributes, "pvn.person"));
        } catch (IOException e) {
            throw new IllegalArgumentException("the creator is no X.509 identity", e);
        }
    }

    private static JsonObject attributes(byte[] pem) throws IOException {
        try (PemReader reader =
                new PemReader(new InputStreamReader(new ByteArrayInputStream(pem), StandardCharsets.US_ASCII))) {
            PemObject object = reader.readPemObject();
            if (object == null) {
                throw new IOException("no PEM block");
            }
            Certificate certificate = Certificate.getInstance(object.getContent());
            return Optional.ofNullable(certificate.getTBSCertificate().getExtensions())
                    .map(extensions -> extensions.getExtension(ATTRIBUTES))
                    .map(CreatorCertificate::parse)
                    .orElse(JsonObject.empty());
        }
    }

    // Duplicate members are refused by the strict reader, other kinds by the typed one; such a certificate has no
    // attributes, so its holder has no party and no role.
    private static JsonObject parse(Extension extension) {
        try {
            return StrictJsonReader.parseWithAnyNames(extension.getExtnValue().getOctets())
                    .optionalObject("attrs")
                    .orElse(JsonObject.empty());
        } catch (IllegalArgumentException e) {
            return JsonObject.empty();
        }
    }

    private static Optional<String> text(JsonObject attributes, String name) {
        return attributes
                .get(name)
                .filter(JsonString.class::isInstance)
                .map(JsonString.class::cast)
                .map(JsonString::value);
    }
}
