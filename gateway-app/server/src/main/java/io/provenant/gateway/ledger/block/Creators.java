package io.provenant.gateway.ledger.block;

import com.google.protobuf.ByteString;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.MalformedJsonException;
import io.provenant.canonical.StrictJsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Reads creators, and remembers the last few: the same certificates sign again and again. */
final class Creators {

    private static final ASN1ObjectIdentifier ATTRIBUTES = new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,255}");
    private static final Creator NOBODY = new Creator("", Optional.empty(), Optional.empty());
    private static final int REMEMBERED = 1_000;

    private final Map<ByteString, Creator> recent = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteString, Creator> eldest) {
            return size() > REMEMBERED;
        }
    });

    Creator of(ByteString serializedIdentity) {
        return recent.computeIfAbsent(serializedIdentity, Creators::read);
    }

    // Attributes stand where Fabric CA puts them (domain 3a.9); a certificate without readable ones has none.
    private static Creator read(ByteString serializedIdentity) {
        try {
            SerializedIdentity identity = SerializedIdentity.parseFrom(serializedIdentity);
            JsonObject attributes = attributes(identity.getIdBytes().toByteArray());
            if (!NAME.matcher(identity.getMspid()).matches()) {
                return NOBODY;
            }
            return new Creator(identity.getMspid(), text(attributes, "pvn.party"), text(attributes, "pvn.role"));
        } catch (IOException | IllegalArgumentException e) {
            return NOBODY;
        }
    }

    private static JsonObject attributes(byte[] pem) throws IOException {
        try (PemReader reader =
                new PemReader(new InputStreamReader(new ByteArrayInputStream(pem), StandardCharsets.US_ASCII))) {
            PemObject object = reader.readPemObject();
            if (object == null) {
                return JsonObject.empty();
            }
            return Optional.ofNullable(Certificate.getInstance(object.getContent())
                            .getTBSCertificate()
                            .getExtensions())
                    .map(extensions -> extensions.getExtension(ATTRIBUTES))
                    .map(Creators::parse)
                    .orElse(JsonObject.empty());
        }
    }

    private static JsonObject parse(Extension extension) {
        try {
            return StrictJsonReader.parseWithAnyNames(extension.getExtnValue().getOctets())
                    .optionalObject("attrs")
                    .orElse(JsonObject.empty());
        } catch (MalformedJsonException e) {
            return JsonObject.empty();
        }
    }

    private static Optional<String> text(JsonObject attributes, String name) {
        return attributes
                .get(name)
                .filter(JsonString.class::isInstance)
                .map(JsonString.class::cast)
                .map(JsonString::value)
                .filter(value -> NAME.matcher(value).matches());
    }
}
