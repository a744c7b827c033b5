package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import io.provenant.network.identity.CertificateProfile;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.Organisation;
import io.provenant.network.identity.Role;
import io.provenant.network.identity.Validity;
import io.provenant.network.wire.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/** Signers that a channel must refuse, and some that it takes although one might not think so. */
final class WrongSigners {

    /** The order of P-256's base point (FIPS 186-4 D.1.2.3). */
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private WrongSigners() {}

    /** Each kind, made anew for an organisation of the channel. */
    static Map<String, Function<Organisation, Signer>> all() {
        Map<String, Function<Organisation, Signer>> signers = new TreeMap<>();
        signers.put("an unknown MSP id", organisation -> Signer.of("NobodyMSP", client(organisation)));
        signers.put("an empty MSP id", organisation -> Signer.of("", client(organisation)));
        signers.put("a certificate of another authority", WrongSigners::ofAnotherAuthority);
        signers.put("a certificate without a role", WrongSigners::withoutRole);
        signers.put("a certificate with two roles", WrongSigners::withTwoRoles);
        signers.put(
                "a peer's certificate",
                organisation ->
                        of(organisation, organisation.peer("peer9", List.of()).identity()));
        signers.put(
                "an orderer's certificate",
                organisation -> of(
                        organisation,
                        organisation.orderer("orderer9", List.of()).identity()));
        signers.put("an admin's certificate", organisation -> of(organisation, organisation.admin("admin9")));
        signers.put("a TLS certificate", organisation -> of(organisation, organisation.tls("tls9", List.of())));
        signers.put("the authority itself", WrongSigners::authority);
        signers.put("an expired certificate", organisation -> during(organisation, Validity.expired(Instant.now())));
        signers.put(
                "an expired certificate that is older than its authority",
                organisation -> during(organisation, longAgo()));
        signers.put(
                "a certificate that is not yet valid",
                organisation -> during(organisation, Validity.notYet(Instant.now())));
        signers.put("no certificate", organisation -> new Signer(organisation.mspId(), "", client(organisation)));
        signers.put(
                "something else than a certificate",
                organisation -> new Signer(organisation.mspId(), "-----BEGIN CERTIFICATE-----", client(organisation)));
        signers.put(
                "the key of somebody else",
                organisation ->
                        new Signer(organisation.mspId(), client(organisation).certificatePem(), client(organisation)));
        return signers;
    }

    static Signer during(Organisation organisation, Validity validity) {
        return of(
                organisation,
                organisation
                        .enrolmentAuthority()
                        .issue(CertificateProfile.enrolment("somebody", Role.CLIENT, validity)));
    }

    /** Somebody whose certificate ends in a moment. */
    static Signer shortLived(Organisation organisation, Duration span) {
        return during(organisation, Validity.from(Instant.now(), span));
    }

    /** Older than any authority of a ledger that was started now. */
    private static Validity longAgo() {
        Instant now = Instant.now();
        return new Validity(now.minus(Duration.ofDays(2)), now.minus(Duration.ofHours(1)));
    }

    private static Signer ofAnotherAuthority(Organisation organisation) {
        Organisation other = Organisation.create(organisation.mspId(), organisation.domain(), Clock.systemUTC());
        return of(organisation, client(other));
    }

    private static Signer withoutRole(Organisation organisation) {
        return of(
                organisation,
                organisation
                        .enrolmentAuthority()
                        .issue(CertificateProfile.enrolment("somebody", Role.CLIENT, organisation.validity())
                                .withoutUnits()));
    }

    private static Signer withTwoRoles(Organisation organisation) {
        return of(
                organisation,
                organisation
                        .enrolmentAuthority()
                        .issue(CertificateProfile.enrolment("somebody", Role.CLIENT, organisation.validity())
                                .withUnit("admin")));
    }

    private static Signer authority(Organisation organisation) {
        return of(organisation, organisation.enrolmentAuthority().credential());
    }

    private static Signer of(Organisation organisation, Credential credential) {
        return Signer.of(organisation.mspId(), credential);
    }

    private static Credential client(Organisation organisation) {
        return organisation.client("somebody", new TreeMap<>());
    }

    /** The other signature that is as good mathematically, which Fabric refuses. */
    static ByteString highS(ByteString signature) {
        ASN1Sequence parts = ASN1Sequence.getInstance(signature.toByteArray());
        BigInteger s = ASN1Integer.getInstance(parts.getObjectAt(1)).getValue();
        try {
            return ByteString.copyFrom(new DERSequence(new ASN1Integer[] {
                        ASN1Integer.getInstance(parts.getObjectAt(0)), new ASN1Integer(ORDER.subtract(s))
                    })
                    .getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
