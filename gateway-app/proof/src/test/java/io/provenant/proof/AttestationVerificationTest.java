package io.provenant.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UnknownFieldSet;
import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.network.identity.CertificateAuthority;
import io.provenant.network.identity.CertificateProfile;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.Organisation;
import io.provenant.network.identity.Role;
import io.provenant.network.identity.Validity;
import io.provenant.proof.format.StrictBase64;
import io.provenant.proof.report.Check;
import io.provenant.proof.report.Outcome;
import io.provenant.proof.report.Report;
import io.provenant.proof.report.Step;
import io.provenant.proof.report.Verdict;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.junit.jupiter.api.Test;

/** Steps 1 to 9, each with a copy that a cheat would make. */
class AttestationVerificationTest {

    private static final TestMarket MARKET = TestMarket.MARKET;

    private final TestAttestation made = new TestAttestation();
    private JsonObject trust = MARKET.trust();

    @Test
    void a_genuine_attestation_is_valid_as_of_its_tick() {
        Report report = verify(made.file());

        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.text())
                .contains("Attestation: VALID, as of tick 7 (2026-03-06T01:55:00Z)")
                .contains("time not proved")
                .contains("codeSha256 is what the chaincode's jar says of itself");
        assertThat(report.checks()).extracting(Check::outcome).doesNotContain(Outcome.FAIL);
    }

    @Test
    void step_1_refuses_a_file_with_an_unknown_member() {
        assertFails(made.file().with("comment", "x"), Step.FILES, "Attestation has an unknown member: comment");
    }

    @Test
    void step_1_refuses_a_file_that_is_not_canonical() {
        byte[] spaced = (" " + made.file().canonical()).getBytes(StandardCharsets.UTF_8);

        Report report = Verification.against(trust.canonicalBytes()).verify(spaced);

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(report.text()).contains("not in canonical form");
    }

    @Test
    void step_1_refuses_a_proposal_with_a_field_that_nobody_reads() throws Exception {
        JsonObject file = made.file();
        SignedProposal more = SignedProposal.parseFrom(StrictBase64.fromUrl(file.text("signedProposal"))).toBuilder()
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                15,
                                UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                        .build())
                .build();

        assertFails(
                file.with("signedProposal", StrictBase64.url(more.toByteArray())),
                Step.FILES,
                "SignedProposal has unknown fields");
    }

    @Test
    void step_1_refuses_another_version() {
        assertFails(made.file().with("v", 2), Step.FILES, "expected a Attestation of v 1, found Attestation of v 2");
    }

    @Test
    void step_2_refuses_an_answer_to_another_question() {
        made.proposalHash = Optional.of(new Digest("0".repeat(64)));

        assertFails(made.file(), Step.PROPOSAL_HASH, "proposal hash of the answer is " + "0".repeat(64));
    }

    @Test
    void step_2_refuses_a_proposal_that_its_asker_did_not_sign() {
        made.askersSignature = Optional.of(MARKET.client.sign(new byte[] {1}));

        assertFails(made.file(), Step.PROPOSAL_HASH, "signature of the asker does not verify");
    }

    @Test
    void step_3_refuses_another_channel() {
        made.channel = "market-2";

        assertFails(made.file(), Step.MARKET, "channel of the proposal is market-2, expected market-1");
    }

    @Test
    void step_3_refuses_an_answer_that_names_another_channel() {
        made.answeredChannel = "market-2";

        assertFails(made.file(), Step.MARKET, "channel of the answer is market-2, expected market-1");
    }

    @Test
    void step_3_refuses_another_chaincode() {
        made.namedChaincode = "mimic";

        assertFails(made.file(), Step.MARKET, "chaincode of the proposal is mimic, expected provenant");
    }

    @Test
    void step_4_refuses_another_command() {
        made.command = "ledger:describe";

        assertFails(made.file(), Step.COMMAND, "command is ledger:describe, expected attest");
    }

    @Test
    void step_4_refuses_keys_out_of_order() {
        made.keys = List.of(TestAttestation.LHD, TestAttestation.EQV, TestAttestation.LOG);

        assertFails(made.file(), Step.COMMAND, "1 to 64 keys must ascend");
    }

    @Test
    void step_5_refuses_a_signature_over_something_else() {
        JsonObject first = made.file().objects("endorsements").get(0);
        String other = StrictBase64.url(MARKET.exchangePeer.sign(new byte[] {1}));

        assertFails(
                made.file().withObjects("endorsements", List.of(first.with("signature", other))),
                Step.ENDORSEMENTS,
                "signature of the endorser of ExchangeMSP does not verify");
    }

    @Test
    void step_5_refuses_the_high_one_of_the_two_signatures() throws Exception {
        JsonObject file = made.file();
        JsonObject first = file.objects("endorsements").get(0);
        BigInteger order = CustomNamedCurves.getByName("P-256").getN();
        BigInteger[] low = StandardDSAEncoding.INSTANCE.decode(order, StrictBase64.fromUrl(first.text("signature")));
        byte[] high = StandardDSAEncoding.INSTANCE.encode(order, low[0], order.subtract(low[1]));

        assertFails(
                file.withObjects(
                        "endorsements",
                        List.of(
                                first.with("signature", StrictBase64.url(high)),
                                file.objects("endorsements").get(1))),
                Step.ENDORSEMENTS,
                "does not verify with low s");
    }

    @Test
    void step_6_refuses_a_peer_of_a_root_that_is_not_trusted() {
        Organisation impostor = TestMarket.organisation("RegulatorMSP", "regulator.example");
        made.endorsers.put("RegulatorMSP", TestMarket.peer(impostor));

        assertFails(made.file(), Step.ENDORSERS, "certificate does not chain to a root of RegulatorMSP");
    }

    @Test
    void step_6_refuses_an_organisation_that_is_not_known() {
        made.endorsers.remove("RegulatorMSP");
        made.endorsers.put("NobodyMSP", stranger());

        assertFails(made.file(), Step.ENDORSERS, "the trust file knows no organisation NobodyMSP");
    }

    @Test
    void a_strangers_word_takes_nothing_from_those_who_are_trusted_and_is_shown() {
        made.endorsers.put("NobodyMSP", stranger());

        assertWarns(made.file(), "an endorsement does not count: the trust file knows no organisation NobodyMSP");
    }

    @Test
    void nor_does_a_bad_signature_a_client_or_an_impostor_beside_enough_good_ones() {
        Credential impostor = TestMarket.peer(TestMarket.organisation("AssociationMSP", "association.example"));
        for (Credential bad : List.of(MARKET.client, impostor)) {
            made.endorsers.put("AssociationMSP", bad);
            assertWarns(made.file(), "an endorsement does not count: certificate ");
        }
        JsonObject file = made.file();
        JsonObject forged = file.objects("endorsements")
                .get(2)
                .with("signature", StrictBase64.url(MARKET.exchangePeer.sign(new byte[] {1})));
        assertWarns(
                withEndorsements(file, forged),
                "an endorsement does not count: signature of the endorser of AssociationMSP does not verify");
    }

    @Test
    void nor_do_bytes_that_are_no_endorsement_at_all() {
        JsonObject noise = JsonObject.empty().with("endorser", "AAAA").with("signature", "AAAA");
        assertWarns(withEndorsements(made.file(), noise), "an endorsement does not count: ");

        JsonObject empty = JsonObject.empty().with("endorser", "").with("signature", "");
        assertWarns(withEndorsements(made.file(), empty), "an endorsement does not count: ");
    }

    @Test
    void a_bad_word_of_an_organisation_takes_nothing_from_its_good_one() {
        JsonObject file = made.file();
        JsonObject bad = file.objects("endorsements").get(0).with("signature", "AAAA");

        assertWarns(
                withEndorsements(file, bad),
                "an endorsement does not count: signature of the endorser of ExchangeMSP does not verify");
    }

    @Test
    void no_number_of_words_that_do_not_count_makes_up_for_one_that_is_missing() {
        made.endorsers.remove("RegulatorMSP");
        JsonObject file = made.file();
        for (String name : List.of("NobodyMSP", "AssociationMSP", "RegulatorMSP")) {
            TestAttestation other = new TestAttestation();
            other.endorsers.clear();
            other.endorsers.put(name, stranger());
            file = withEndorsements(file, other.file().objects("endorsements").get(0));
        }

        assertFails(file, Step.ENDORSERS, "NobodyMSP; certificate does not chain to a root of AssociationMSP");
    }

    @Test
    void words_that_are_not_in_their_order_count_and_the_report_says_that_somebody_moved_them() {
        JsonObject file = made.file();
        List<JsonObject> two = file.objects("endorsements");

        assertWarns(
                file.withObjects("endorsements", List.of(two.get(1), two.get(0))),
                "endorsements out of the order of their MSP ids, [RegulatorMSP, ExchangeMSP]");
    }

    @Test
    void a_genuine_attestation_comes_without_a_warning() {
        assertThat(verify(made.file()).remarks()).noneMatch(remark -> remark.startsWith("warning"));
    }

    @Test
    void step_6_refuses_a_client() {
        made.endorsers.put("ExchangeMSP", MARKET.client);

        assertFails(made.file(), Step.ENDORSERS, "has the node OUs [client], expected [peer]");
    }

    @Test
    void step_6_refuses_a_certificate_that_is_client_and_peer() {
        CertificateProfile both = CertificateProfile.enrolment("both", Role.PEER, MARKET.exchange.validity())
                .withUnit("client");
        made.endorsers.put("ExchangeMSP", MARKET.exchange.enrolmentAuthority().issue(both));

        assertFails(made.file(), Step.ENDORSERS, "has the node OUs [client, peer], expected [peer]");
    }

    @Test
    void step_6_refuses_a_peer_that_was_revoked_whatever_the_date() {
        Validity later = Validity.notYet(TestMarket.NOW);
        String crl = MARKET.exchange.enrolmentAuthority().revoke(List.of(MARKET.exchangePeer.certificate()), later);
        trust = withExchange(TestMarket.trusted(MARKET.exchange).withTexts("crls", List.of(crl)));

        assertFails(made.file(), Step.ENDORSERS, "of ExchangeMSP was revoked");
    }

    @Test
    void step_6_refuses_a_certificate_that_was_not_valid_at_the_time_of_the_proposal() {
        made.time = TestMarket.NOW.plusSeconds(400L * 24 * 3600);

        assertFails(made.file(), Step.ENDORSERS, "certificate does not chain to a root of ExchangeMSP");
    }

    @Test
    void step_6_takes_a_peer_of_an_intermediate_authority() {
        CertificateAuthority intermediate =
                MARKET.exchange.enrolmentAuthority().intermediate("ica", MARKET.exchange.validity());
        Credential peer =
                intermediate.issue(CertificateProfile.enrolment("peer1", Role.PEER, MARKET.exchange.validity()));
        trust = withExchange(
                TestMarket.trusted(MARKET.exchange).withTexts("intermediates", List.of(intermediate.certificatePem())));
        made.endorsers.put("ExchangeMSP", peer);

        assertThat(verify(made.file()).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void step_6_refuses_a_peer_whose_intermediate_authority_was_revoked() {
        CertificateAuthority root = MARKET.exchange.enrolmentAuthority();
        CertificateAuthority intermediate = root.intermediate("ica", MARKET.exchange.validity());
        trust = withExchange(TestMarket.trusted(MARKET.exchange)
                .withTexts("intermediates", List.of(intermediate.certificatePem()))
                .withTexts(
                        "crls", List.of(root.revoke(List.of(intermediate.certificate()), MARKET.exchange.validity()))));
        made.endorsers.put(
                "ExchangeMSP",
                intermediate.issue(CertificateProfile.enrolment("peer1", Role.PEER, MARKET.exchange.validity())));

        assertFails(made.file(), Step.ENDORSERS, "of ExchangeMSP was revoked");
    }

    @Test
    void step_7_refuses_one_organisation_where_two_are_needed() {
        made.endorsers.remove("RegulatorMSP");

        assertFails(
                made.file(), Step.POLICY, "1 of [AssociationMSP, ExchangeMSP, RegulatorMSP] signed, at least 2 needed");
    }

    @Test
    void step_7_counts_an_organisation_once() {
        made.endorsers.remove("RegulatorMSP");
        JsonObject file = made.file();
        JsonObject one = file.objects("endorsements").get(0);

        assertFails(file.withObjects("endorsements", List.of(one, one)), Step.POLICY, "1 of");
    }

    @Test
    void step_7_counts_those_that_are_one_voice_together_once() {
        List<String> exchanges = List.of("ExchangeMSP", "RegulatorMSP"); // those that sign in this file
        trust = trust.with("policy", TestMarket.policy(2).withTexts("oneVoice", exchanges));
        assertFails(made.file(), Step.POLICY, "at least 2 needed; one voice together: [ExchangeMSP, RegulatorMSP]");

        trust = trust.with(
                "policy", TestMarket.policy(2).withTexts("oneVoice", List.of("AssociationMSP", "ExchangeMSP")));
        assertThat(verify(made.file()).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void step_8_refuses_another_market() {
        made.foundedTx = "b".repeat(64);

        assertFails(made.file(), Step.CODE, "foundedTx is " + "b".repeat(64));
    }

    @Test
    void step_8_refuses_code_that_is_not_trusted() {
        made.codeSha256 = "1".repeat(64);

        assertFails(made.file(), Step.CODE, "codeSha256 is " + "1".repeat(64));
    }

    @Test
    void step_8_refuses_code_that_is_not_packaged_even_where_the_trust_file_lists_it() {
        made.codeSha256 = "0".repeat(64);
        trust = trust.withTexts("codeSha256", List.of("0".repeat(64)));

        assertFails(made.file(), Step.CODE, "code not packaged");
    }

    @Test
    void step_9_refuses_an_answer_without_a_key_that_was_asked() {
        made.entries.remove(TestAttestation.EQV);

        assertFails(made.file(), Step.READ_SET, "keys answered is");
    }

    @Test
    void step_9_refuses_a_value_that_was_not_read() {
        made.reads.remove(TestAttestation.LHD);

        assertFails(made.file(), Step.READ_SET, "which was not read");
    }

    @Test
    void step_9_refuses_a_value_without_a_version() {
        made.reads.put(TestAttestation.LHD, false);

        assertFails(
                made.file(), Step.READ_SET, "version present of " + TestAttestation.LHD + " is false, expected true");
    }

    @Test
    void step_9_refuses_as_absent_what_has_a_version() {
        made.reads.put(TestAttestation.EQV, true);

        assertFails(
                made.file(), Step.READ_SET, "version present of " + TestAttestation.EQV + " is true, expected false");
    }

    @Test
    void step_9_refuses_an_answer_that_did_not_read_the_fence() {
        made.reads.remove("TIK!market");

        assertFails(made.file(), Step.READ_SET, "TIK!market, which was not read");
    }

    @Test
    void step_9_refuses_what_was_read_from_another_chaincode() {
        made.readNamespace = "mimic";

        assertFails(made.file(), Step.READ_SET, "which was not read");
    }

    @Test
    void the_first_check_that_fails_ends_the_others() {
        made.channel = "market-2";
        made.codeSha256 = "1".repeat(64);

        Report report = verify(made.file());

        assertThat(report.checks())
                .filteredOn(check -> check.outcome() == Outcome.FAIL)
                .hasSize(1);
        assertThat(report.checks())
                .filteredOn(check -> check.step() == Step.CODE)
                .extracting(Check::outcome)
                .containsExactly(Outcome.NOT_APPLICABLE);
    }

    private static Credential stranger() {
        return TestMarket.peer(TestMarket.organisation("NobodyMSP", "nobody.example"));
    }

    private static JsonObject withEndorsements(JsonObject file, JsonObject last) {
        List<JsonObject> all = new ArrayList<>(file.objects("endorsements"));
        all.add(last);
        return file.withObjects("endorsements", all);
    }

    private void assertWarns(JsonObject file, String warning) {
        Report report = verify(file);

        assertThat(report.text()).contains("Attestation: VALID, as of tick 7").contains("note: warning: ");
        assertThat(report.remarks()).anyMatch(remark -> remark.startsWith("warning: " + warning));
        assertThat(report.checks()).extracting(Check::outcome).doesNotContain(Outcome.FAIL);
    }

    private JsonObject withExchange(JsonObject exchange) {
        return trust.withObjects(
                "organisations",
                List.of(TestMarket.trusted(MARKET.association), exchange, TestMarket.trusted(MARKET.regulator)));
    }

    private Report verify(JsonObject file) {
        return Verification.against(trust.canonicalBytes()).verify(file.canonicalBytes());
    }

    private void assertFails(JsonObject file, Step step, String why) {
        Report report = verify(file);

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(report.tick()).isEmpty();
        assertThat(report.checks())
                .filteredOn(check -> check.outcome() == Outcome.FAIL)
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.step()).isEqualTo(step);
                    assertThat(check.why()).contains(why);
                });
    }
}
