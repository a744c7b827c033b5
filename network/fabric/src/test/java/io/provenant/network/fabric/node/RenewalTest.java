package io.provenant.network.fabric.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.network.fabric.FabricBinaries;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.FabricSettings;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewalTest {

    private static final String NAMES = "2.5.29.17"; // subject alternative names

    private static final Instant FOUNDED = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private PeerPlace peer;
    private OrdererPlace orderer;

    @BeforeEach
    void a_network_of_the_first_of_january() {
        NetworkPlan plan =
                NetworkPlan.of(FabricSettings.market(folder, new FabricBinaries(folder, folder, "3.1.5"), List.of()));
        peer = plan.peer("RegulatorMSP");
        orderer = plan.orderers().get(0);
        startAfter(Duration.ZERO);
    }

    @Test
    void certificates_that_expired_are_renewed_for_their_keys() throws Exception {
        List<Path> files = List.of(
                peer.msp().resolve("signcerts/cert.pem"),
                peer.adminMsp().resolve("signcerts/cert.pem"),
                peer.tls().resolve("server.crt"),
                peer.serviceTls().resolve("server.crt"),
                orderer.msp().resolve("signcerts/cert.pem"),
                orderer.tls().resolve("server.crt"));
        List<X509Certificate> before = files.stream().map(RenewalTest::read).toList();

        startAfter(Duration.ofDays(370));

        for (int i = 0; i < files.size(); i++) {
            X509Certificate old = before.get(i);
            X509Certificate renewed = read(files.get(i));
            renewed.checkValidity(Date.from(FOUNDED.plus(Duration.ofDays(371))));
            assertThat(renewed.getSerialNumber()).isNotEqualTo(old.getSerialNumber());
            assertThat(renewed.getPublicKey()).isEqualTo(old.getPublicKey());
            assertThat(renewed.getSubjectX500Principal()).isEqualTo(old.getSubjectX500Principal());
            assertThat(renewed.getExtensionValue(NAMES)).isEqualTo(old.getExtensionValue(NAMES));
            assertThat(renewed.getNonCriticalExtensionOIDs()).isEqualTo(old.getNonCriticalExtensionOIDs());
            assertThat(renewed.getCriticalExtensionOIDs()).isEqualTo(old.getCriticalExtensionOIDs());
            assertThat(renewed.getBasicConstraints()).isEqualTo(-1);
        }
    }

    @Test
    void what_a_peer_keeps_for_its_chaincode_lasts_as_long_as_its_authority() {
        assertThat(read(peer.serviceClientTls().resolve("server.crt")).getNotAfter())
                .isEqualTo(read(peer.serviceClientTls().resolve("ca.crt")).getNotAfter());
    }

    @Test
    void certificates_that_last_are_left_as_they_are() {
        Path file = peer.msp().resolve("signcerts/cert.pem");
        X509Certificate before = read(file);

        startAfter(Duration.ofDays(300));

        assertThat(read(file)).isEqualTo(before);
    }

    @Test
    void an_authority_that_expired_is_named_with_its_date() {
        assertThatThrownBy(() -> startAfter(Duration.ofDays(3651)))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("CN=ca.regulator.example")
                .hasMessageContaining("of RegulatorMSP expired at 2035-12-30T")
                .hasMessageContaining("scripts/network reset");
    }

    private void startAfter(Duration time) {
        NodeIdentities identities = new NodeIdentities(Clock.fixed(FOUNDED.plus(time), ZoneOffset.UTC));
        identities.member(peer);
        identities.orderer(orderer);
    }

    private static X509Certificate read(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        } catch (Exception e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
