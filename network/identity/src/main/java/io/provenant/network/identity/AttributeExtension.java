package io.provenant.network.identity;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * Fabric CA's attribute extension: UTF-8 JSON <code>{"attrs":{"name":"value"}}</code> directly inside the extension's
 * octet string, names in ascending order, every value a string.
 */
final class AttributeExtension {

    static final ASN1ObjectIdentifier OID = new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1");

    private AttributeExtension() {}

    static byte[] encode(SortedMap<String, String> attributes) {
        String members = attributes.entrySet().stream()
                .map(entry -> quote(entry.getKey()) + ":" + quote(entry.getValue()))
                .collect(Collectors.joining(","));
        return ("{\"attrs\":{" + members + "}}").getBytes(StandardCharsets.UTF_8);
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(unit -> quoted.append(escape((char) unit)));
        return quoted.append('"').toString();
    }

    private static String escape(char unit) {
        if (unit == '"' || unit == '\\') {
            return "\\" + unit;
        }
        return unit < 0x20 ? "\\u00" + HexFormat.of().toHexDigits((byte) unit) : String.valueOf(unit);
    }
}
