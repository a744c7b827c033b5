package io.provenant.gateway.doctor;

import static io.provenant.gateway.doctor.Findings.require;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.identity.RoleKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;

/** Examines the certificate and the key with which a person signs in a role (domain 3a.9). */
public final class RoleCertificate {

    private static final String ATTRIBUTES = "1.2.3.4.5.6.7.8.1";
    private static final Duration SOON = Duration.ofDays(30);

    private final String partyId;
    private final Clock clock;

    /** Certificates of this party's people. */
    public RoleCertificate(String partyId, Clock clock) {
        this.partyId = partyId;
        this.clock = clock;
    }

    /** What the certificate says by itself. */
    public String says(Signatory whose, RoleKey key) throws IOException, GeneralSecurityException {
        X509Certificate certificate = key.certificate();
        Instant end = certificate.getNotAfter().toInstant();
        require(clock.instant().isBefore(end), "expired on " + end + ": have it renewed");
        require(isPair(key), "the key beside it is another certificate's: look at the pair of files");
        JsonObject attributes = attributes(certificate);
        requireAttribute(attributes, "pvn.party", partyId);
        requireAttribute(attributes, "pvn.role", whose.role().code());
        requireAttribute(attributes, "pvn.person", whose.alias());
        boolean soon = clock.instant().plus(SOON).isAfter(end);
        return "valid to " + end + (soon ? ", which is soon: have it renewed" : "");
    }

    /** What the channel says of it. */
    static String onChannel(RoleKey key, ChannelConfig config) {
        X509Certificate certificate = key.certificate();
        ChannelConfig.Member member = config.members().get(key.mspId());
        require(
                member != null,
                "the channel has no organisation " + key.mspId() + ", it has "
                        + config.members().keySet() + ": look at provenant.organisation.msp-id");
        ChannelConfig.Member own = Objects.requireNonNull(member);
        require(
                own.issued(certificate),
                "issued by " + certificate.getIssuerX500Principal() + ", which is no authority of " + key.mspId()
                        + " on the channel: have it issued by the organisation's own authority");
        Optional<String> unit = own.clientUnit();
        require(
                unit.filter(client ->
                                !certificate.getSubjectX500Principal().getName().contains("OU=" + client))
                        .isEmpty(),
                "its subject has no OU=" + unit.orElse("") + ", by which " + key.mspId()
                        + " tells clients: have it issued with that unit");
        return "issued by an authority of " + key.mspId();
    }

    private static void requireAttribute(JsonObject attributes, String name, String expected) {
        String found = attributes.has(name) ? attributes.optionalText(name).orElse("") : "";
        require(
                found.equals(expected),
                "its attribute " + name + " is \"" + found + "\", expected \"" + expected
                        + "\": have it issued with the attributes that docs/deploy.md names");
    }

    private static JsonObject attributes(X509Certificate certificate) throws IOException {
        byte[] extension = certificate.getExtensionValue(ATTRIBUTES);
        require(
                extension != null,
                "it has no attributes (extension " + ATTRIBUTES
                        + "): have it issued with those that docs/deploy.md names");
        byte[] json = ASN1OctetString.getInstance(extension).getOctets();
        try {
            return StrictJsonReader.parseWithAnyNames(json).object("attrs");
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "its attributes are no JSON {\"attrs\":{…}} directly inside the extension: have it issued anew", e);
        }
    }

    private static boolean isPair(RoleKey key) throws GeneralSecurityException {
        byte[] digest = new byte[32];
        byte[] signature = key.signer().sign(digest);
        Signature check = Signature.getInstance("NONEwithECDSA");
        check.initVerify(key.certificate());
        check.update(digest);
        return check.verify(signature);
    }
}
