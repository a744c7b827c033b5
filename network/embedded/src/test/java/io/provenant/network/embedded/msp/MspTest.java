package io.provenant.network.embedded.msp;

import static io.provenant.network.embedded.msp.TestMembers.serialized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.provenant.network.identity.CertificateAuthority;
import io.provenant.network.identity.CertificateProfile;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.MspFolder;
import io.provenant.network.identity.Organisation;
import io.provenant.network.identity.Role;
import io.provenant.network.identity.Validity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MspTest {

    private static final ByteString MESSAGE = ByteString.copyFromUtf8("what was signed");

    @TempDir
    Path folder;

    private final Organisation organisation = Organisation.create("ExchangeMSP", "exchange.example", Clock.systemUTC());

    @Test
    void members_are_told_apart_by_the_unit_in_their_certificate() {
        Msp msp = load(MspFolder.of(organisation));

        assertThat(roles(msp, organisation.admin("root"))).containsExactly("member", "admin");
        assertThat(roles(msp, client())).containsExactly("member", "client");
        assertThat(roles(msp, organisation.peer("peer0", List.of()).identity())).containsExactly("member", "peer");
        assertThat(roles(msp, organisation.orderer("orderer0", List.of()).identity()))
                .containsExactly("member", "orderer");
    }

    @Test
    void strangers_are_nobody() {
        Msp msp = load(MspFolder.of(organisation));
        Organisation foreign = Organisation.create("ExchangeMSP", "exchange.example", Clock.systemUTC());

        assertThat(msp.find(serialized(organisation, foreign.admin("root")))).isEmpty();
        assertThat(msp.find(serialized("OtherMSP", client()))).isEmpty();
        assertThat(msp.find(serialized(
                        organisation, organisation.enrolmentAuthority().credential())))
                .isEmpty();
        assertThat(msp.find(serialized(organisation, organisation.tls("server", List.of("localhost")))))
                .isEmpty();
        assertThat(msp.find(ByteString.copyFromUtf8("garbage"))).isEmpty();
    }

    @Test
    void a_certificate_in_der_is_no_identity() throws Exception {
        ByteString der = ByteString.copyFrom(client().certificate().getEncoded());
        ByteString identity = SerializedIdentity.newBuilder()
                .setMspid(organisation.mspId())
                .setIdBytes(der)
                .build()
                .toByteString();

        assertThat(load(MspFolder.of(organisation)).find(identity)).isEmpty();
    }

    @Test
    void a_certificate_needs_exactly_one_unit() {
        CertificateProfile client = CertificateProfile.enrolment("alice", Role.CLIENT, organisation.validity());
        Msp msp = load(MspFolder.of(organisation));

        assertThat(msp.find(serialized(organisation, issue(client.withoutUnits()))))
                .isEmpty();
        assertThat(msp.find(serialized(organisation, issue(client.withUnit("peer")))))
                .isEmpty();
        assertThat(msp.find(serialized(organisation, issue(client.withUnit("department")))))
                .isPresent();
    }

    @Test
    void only_the_end_of_validity_is_the_callers_question() {
        Msp msp = load(MspFolder.of(organisation));
        Validity past = Validity.expired(Instant.now());
        Validity future = Validity.notYet(Instant.now());

        MspIdentity expired = find(msp, issue(CertificateProfile.enrolment("old", Role.CLIENT, past)));
        MspIdentity notYet = find(msp, issue(CertificateProfile.enrolment("new", Role.CLIENT, future)));

        assertThat(expired.expiresAt()).isBefore(Instant.now());
        assertThat(notYet.expiresAt()).isAfter(Instant.now());
    }

    @Test
    void a_certificate_that_is_older_than_its_authority_is_nobodys() {
        Instant now = Instant.now();
        Validity before = new Validity(now.minus(Duration.ofDays(2)), now.plus(Duration.ofDays(2)));

        Credential tooEarly = issue(CertificateProfile.enrolment("old", Role.CLIENT, before));

        assertThat(load(MspFolder.of(organisation)).find(serialized(organisation, tooEarly)))
                .isEmpty();
    }

    @Test
    void intermediates_are_followed_and_revoked_members_are_out() {
        CertificateAuthority intermediate =
                organisation.enrolmentAuthority().intermediate("ica.exchange.example", organisation.validity());
        CertificateProfile profile = CertificateProfile.enrolment("alice", Role.CLIENT, organisation.validity());
        Credential kept = intermediate.issue(profile);
        Credential revoked = intermediate.issue(profile);
        String list = intermediate.revoke(List.of(revoked.certificate()), organisation.validity());

        Msp msp = load(MspFolder.of(organisation).withIntermediate(intermediate).withRevocationList(list));

        assertThat(msp.find(serialized(organisation, kept))).isPresent();
        assertThat(msp.find(serialized(organisation, revoked))).isEmpty();
        assertThat(load(MspFolder.of(organisation)).find(serialized(organisation, kept)))
                .isPresent();
    }

    @Test
    void an_admin_can_be_named_by_certificate() throws Exception {
        Credential named = client();
        Path file = folder.resolve("admincerts/alice.pem");
        Files.createDirectories(file.getParent());
        Files.writeString(file, named.certificatePem());

        assertThat(roles(load(MspFolder.of(organisation)), named)).containsExactly("member", "admin", "client");
    }

    @Test
    void a_signature_counts_only_for_its_key_its_message_and_a_low_s() {
        Credential signer = client();
        MspIdentity member = find(load(MspFolder.of(organisation)), signer);
        ByteString signature = ByteString.copyFrom(signer.sign(MESSAGE.toByteArray()));

        assertThat(member.hasSigned(MESSAGE, signature)).isTrue();
        assertThat(member.hasSigned(MESSAGE.concat(MESSAGE), signature)).isFalse();
        assertThat(member.hasSigned(MESSAGE, ByteString.copyFrom(client().sign(MESSAGE.toByteArray()))))
                .isFalse();
        assertThat(member.hasSigned(MESSAGE, highS(signer, signature))).isFalse();
        assertThat(member.hasSigned(MESSAGE, ByteString.EMPTY)).isFalse();
        assertThat(member.hasSigned(MESSAGE, ByteString.copyFromUtf8("no DER"))).isFalse();
    }

    @Test
    void a_setting_that_is_not_understood_is_refused() throws Exception {
        MspFolder.of(organisation).write(folder);
        Files.writeString(folder.resolve("config.yaml"), "OrganizationalUnitIdentifiers:\n  Certificate: ca.pem\n");

        assertThatThrownBy(() -> Msp.load(organisation.mspId(), folder))
                .isInstanceOf(MspException.class)
                .hasMessageContaining("OrganizationalUnitIdentifiers");
    }

    @Test
    void the_units_issuer_is_enforced_where_the_configuration_names_one() throws Exception {
        CertificateAuthority intermediate =
                organisation.enrolmentAuthority().intermediate("ica.exchange.example", organisation.validity());
        Credential other =
                intermediate.issue(CertificateProfile.enrolment("bob", Role.CLIENT, organisation.validity()));
        MspFolder.of(organisation).withIntermediate(intermediate).write(folder);
        Files.writeString(folder.resolve("config.yaml"), """
                NodeOUs: # who is who
                  Enable: true
                  ClientOUIdentifier:
                    Certificate: "cacerts/ca.pem"
                    OrganizationalUnitIdentifier: 'client'
                """);

        Msp msp = Msp.load(organisation.mspId(), folder);

        assertThat(msp.find(serialized(organisation, client()))).isPresent();
        assertThat(msp.find(serialized(organisation, other))).isEmpty();
    }

    private Msp load(MspFolder written) {
        written.write(folder);
        return Msp.load(organisation.mspId(), folder);
    }

    private MspIdentity find(Msp msp, Credential credential) {
        return msp.find(serialized(organisation, credential)).orElseThrow();
    }

    private Credential client() {
        return organisation.client("alice", new TreeMap<>());
    }

    private Credential issue(CertificateProfile profile) {
        return organisation.enrolmentAuthority().issue(profile);
    }

    private List<String> roles(Msp msp, Credential credential) {
        MspIdentity member = find(msp, credential);
        return List.of("member", "admin", "client", "peer", "orderer").stream()
                .filter(role -> member.satisfies(principal(role)))
                .toList();
    }

    private static MSPPrincipal principal(String role) {
        return PolicyText.parse("OR('ExchangeMSP." + role + "')").getIdentities(0);
    }

    private static ByteString highS(Credential signer, ByteString signature) {
        BigInteger order =
                ((ECPublicKey) signer.certificate().getPublicKey()).getParams().getOrder();
        ASN1Sequence pair = ASN1Sequence.getInstance(signature.toByteArray());
        BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();
        try {
            return ByteString.copyFrom(
                    new DERSequence(new ASN1Encodable[] {pair.getObjectAt(0), new ASN1Integer(order.subtract(s))})
                            .getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
