package io.provenant.network.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.Test;

class OrganisationTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final BigInteger HALF_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16).shiftRight(1);

    private final Organisation organisation =
            Organisation.create("ExchangeMSP", "exchange.example", Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_peer_signs_under_the_enrolment_root_and_connects_under_the_tls_root() throws Exception {
        Node peer = organisation.peer("peer0", List.of("127.0.0.1", "localhost"));

        peer.identity()
                .certificate()
                .verify(organisation.enrolmentAuthority().certificate().getPublicKey());
        peer.tls()
                .certificate()
                .verify(organisation.tlsAuthority().certificate().getPublicKey());
        assertThat(peer.identity().certificate().getSubjectX500Principal().getName())
                .isEqualTo("CN=peer0.exchange.example,OU=peer,O=exchange.example");
        assertThat(peer.tls().certificate().getSubjectAlternativeNames())
                .containsExactly(
                        List.of(2, "peer0.exchange.example"), List.of(7, "127.0.0.1"), List.of(2, "localhost"));
        assertThat(peer.tls().certificate().getExtendedKeyUsage()).hasSize(2);
    }

    @Test
    void attributes_stand_as_sorted_json_directly_in_the_extension() {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("pvn.role", "exchange.operator");
        attributes.put("pvn.party", "pty-\"1\"\\\u0001é");
        Credential client = organisation.client("k3v9x2m7", attributes);

        byte[] wrapped = client.certificate().getExtensionValue("1.2.3.4.5.6.7.8.1");
        String json = new String(ASN1OctetString.getInstance(wrapped).getOctets(), StandardCharsets.UTF_8);

        assertThat(json)
                .isEqualTo(
                        "{\"attrs\":{\"pvn.party\":\"pty-\\\"1\\\"\\\\\\u0001é\",\"pvn.role\":\"exchange.operator\"}}");
        assertThat(client.certificate().getCriticalExtensionOIDs()).doesNotContain("1.2.3.4.5.6.7.8.1");
    }

    @Test
    void every_certificate_carries_a_low_s_signature() {
        for (int i = 0; i < 32; i++) {
            X509Certificate certificate = organisation.admin("admin" + i).certificate();

            assertThat(s(certificate.getSignature())).isLessThanOrEqualTo(HALF_ORDER);
        }
    }

    @Test
    void another_organisation_of_the_same_name_is_foreign() {
        Organisation foreign = Organisation.create("ExchangeMSP", "exchange.example", Clock.systemUTC());

        assertThatThrownBy(() -> foreign.admin("admin")
                        .certificate()
                        .verify(organisation.enrolmentAuthority().certificate().getPublicKey()))
                .isInstanceOf(SignatureException.class);
    }

    @Test
    void a_certificate_is_valid_when_its_profile_says() {
        X509Certificate expired = issue(Validity.expired(NOW));
        X509Certificate future = issue(Validity.notYet(NOW));

        assertThatThrownBy(() -> expired.checkValidity(Date.from(NOW))).isInstanceOf(CertificateExpiredException.class);
        assertThatThrownBy(() -> future.checkValidity(Date.from(NOW)))
                .isInstanceOf(CertificateNotYetValidException.class);
        assertThatThrownBy(() -> new Validity(NOW, NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_intermediate_authority_issues_under_the_root() throws Exception {
        CertificateAuthority intermediate =
                organisation.enrolmentAuthority().intermediate("ica.exchange.example", organisation.validity());

        Credential client =
                intermediate.issue(CertificateProfile.enrolment("k3v9x2m7", Role.CLIENT, organisation.validity()));

        client.certificate().verify(intermediate.certificate().getPublicKey());
        intermediate
                .certificate()
                .verify(organisation.enrolmentAuthority().certificate().getPublicKey());
        assertThat(intermediate.certificate().getBasicConstraints()).isNotNegative();
        assertThat(client.certificate().getBasicConstraints()).isEqualTo(-1);
    }

    private X509Certificate issue(Validity validity) {
        return organisation
                .enrolmentAuthority()
                .issue(CertificateProfile.enrolment("k3v9x2m7", Role.CLIENT, validity))
                .certificate();
    }

    private static BigInteger s(byte[] signature) {
        return ASN1Integer.getInstance(ASN1Sequence.getInstance(signature).getObjectAt(1))
                .getPositiveValue();
    }
}
