package io.provenant.contract;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Invoker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * Reads MSP and attributes from the creator of a proposal. The peer has checked chain, expiry and revocation already;
 * here only the attributes are read, where Fabric CA puts them (domain 3a.9). Parsed as ASN.1, not by a JCA provider.
 */
final class CreatorCertificate {

    private static final ASN1ObjectIdentifier ATTRIBUTES = new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1");
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----\n";
    private static final String END = "\n-----END CERTIFICATE-----";
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\n]+");

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
        Certificate certificate = Certificate.getInstance(onlyBlock(pem));
        return Optional.ofNullable(certificate.getTBSCertificate().getExtensions())
                .map(extensions -> extensions.getExtension(ATTRIBUTES))
                .map(CreatorCertificate::parse)
                .orElse(JsonObject.empty());
    }

    // The client chooses these bytes, and the peer skips what it takes for no PEM, such as a block behind a lone
    // carriage return. With one block and nothing around it both read the same certificate.
    private static byte[] onlyBlock(byte[] pem) throws IOException {
        String text = new String(pem, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        String block = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (!block.startsWith(BEGIN) || !block.endsWith(END) || block.length() <= BEGIN.length() + END.length()) {
            throw new IOException("not one PEM block");
        }
        String base64 = block.substring(BEGIN.length(), block.length() - END.length());
        if (!BASE64.matcher(base64).matches()) {
            throw new IOException("not one PEM block");
        }
        return Base64.getDecoder().decode(base64.replace("\n", ""));
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
