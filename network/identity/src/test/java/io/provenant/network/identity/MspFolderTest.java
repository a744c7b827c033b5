package io.provenant.network.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MspFolderTest {

    @TempDir
    Path folder;

    private final Organisation organisation =
            Organisation.create("RegulatorMSP", "regulator.example", Clock.systemUTC());

    @Test
    void a_signing_folder_holds_what_a_peer_loads_and_hides_its_key() throws Exception {
        Credential admin = organisation.admin("admin");

        MspFolder.of(organisation).write(folder, admin);

        assertThat(folder.resolve("cacerts/ca.pem"))
                .hasContent(organisation.enrolmentAuthority().certificatePem());
        assertThat(folder.resolve("tlscacerts/tlsca.pem"))
                .hasContent(organisation.tlsAuthority().certificatePem());
        assertThat(folder.resolve("signcerts/cert.pem")).hasContent(admin.certificatePem());
        assertThat(folder.resolve("config.yaml")).hasContent("""
                        NodeOUs:
                          Enable: true
                          ClientOUIdentifier:
                            OrganizationalUnitIdentifier: client
                          PeerOUIdentifier:
                            OrganizationalUnitIdentifier: peer
                          AdminOUIdentifier:
                            OrganizationalUnitIdentifier: admin
                          OrdererOUIdentifier:
                            OrganizationalUnitIdentifier: orderer
                        """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keystore/priv_sk"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_key_file_that_others_could_read_is_replaced_by_one_they_cannot() throws Exception {
        Path key = folder.resolve("server.key");
        Files.writeString(key, "readable");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        TlsFolder.write(folder, organisation.tls("probe", List.of("localhost")), organisation.tlsAuthority());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_revocation_list_names_the_revoked_certificate_alone() throws Exception {
        Credential kept = organisation.client("kept0000", new TreeMap<>());
        Credential revoked = organisation.client("revoked0", new TreeMap<>());
        String pem = organisation.enrolmentAuthority().revoke(List.of(revoked.certificate()), organisation.validity());

        MspFolder.of(organisation).withRevocationList(pem).write(folder);

        String written = Files.readString(folder.resolve("crls/crl-0.pem"));
        X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(written.getBytes(StandardCharsets.US_ASCII)));
        list.verify(organisation.enrolmentAuthority().certificate().getPublicKey());
        assertThat(list.isRevoked(revoked.certificate())).isTrue();
        assertThat(list.isRevoked(kept.certificate())).isFalse();
    }

    @Test
    void an_organisation_comes_back_from_its_folder() throws Exception {
        CredentialFolder.writeOrganisation(folder, organisation);

        Organisation restored =
                CredentialFolder.readOrganisation(folder, "RegulatorMSP", "regulator.example", Clock.systemUTC());

        restored.admin("admin")
                .certificate()
                .verify(organisation.enrolmentAuthority().certificate().getPublicKey());
        restored.tls("probe", List.of())
                .certificate()
                .verify(organisation.tlsAuthority().certificate().getPublicKey());
    }

    @Test
    void text_that_holds_no_certificate_is_refused() {
        String key = organisation.admin("admin").privateKeyPem();

        assertThatThrownBy(() -> Credential.parse(key, key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PEM text must hold one CERTIFICATE");
    }

    @Test
    void the_text_of_a_credential_shows_no_key() {
        assertThat(organisation.admin("admin").toString())
                .isEqualTo("Credential[CN=admin@regulator.example, OU=admin, O=regulator.example]");
    }
}
