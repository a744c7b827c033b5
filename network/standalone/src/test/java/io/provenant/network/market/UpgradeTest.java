package io.provenant.network.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.ledger.Role;
import io.provenant.network.fabric.ChaincodeSteps;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.fabric.channel.ChaincodePackage;
import io.provenant.network.fabric.channel.Definition;
import io.provenant.network.standalone.story.HostedParty;
import io.provenant.network.testing.Actor;
import io.provenant.network.testing.Code;
import io.provenant.network.testing.JarCode;
import io.provenant.network.testing.OnLedger;
import io.provenant.network.testing.TestLedger;
import io.provenant.network.wire.Prepared;
import io.provenant.network.wire.Refusal;
import io.provenant.proof.Verification;
import io.provenant.proof.attestation.AttestationFile;
import io.provenant.proof.attestation.Endorsement;
import io.provenant.proof.report.Report;
import io.provenant.proof.report.Verdict;
import io.provenant.proof.trust.EndorsementPolicy;
import io.provenant.proof.trust.TrustFile;
import io.provenant.proof.trust.TrustedOrganisation;
import io.provenant.testing.FoundedMarket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The market's chaincode is replaced by a next version with another schema of a record, on real peers and under load:
 * nothing is lost or doubled, old records go on, old proofs hold, and an organisation that is left behind is told.
 */
@OnLedger(code = Code.PACKAGED)
@EnabledIfSystemProperty(
        named = "ledger",
        matches = "fabric",
        disabledReason = "the embedded node has no chaincode life cycle")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeTest {

    private static final List<String> KEY_ROLES = List.of("consumer.officer", "org.admin");
    private static final String WAITING = "pty-waiting";
    private static final String NEXT = "0.2.0";
    private static final int SENDERS = 3;

    private final LiveMarket market;
    private final TestLedger ledger;
    private final Founders founders;
    private final JarCode older = JarCode.built();
    private JarCode newer = older;
    private Path folder = Path.of("");
    private String foundedTx = "";
    private JsonObject paper = JsonObject.empty();
    private JsonObject oldProof = JsonObject.empty();
    private ChaincodeSteps steps;
    private Definition next;

    UpgradeTest(TestLedger ledger) {
        this.ledger = ledger;
        this.market = new LiveMarket(ledger, Traffic.UNHEARD);
        this.founders = new Founders(market);
        FabricSettings settings = ledger.network().settings();
        this.steps = new ChaincodeSteps(settings, ledger.network());
        this.next = new Definition("provenant", NEXT, 2, "", Optional.empty());
    }

    @BeforeAll
    void a_market_with_records_of_the_first_version_and_the_next_one_installed(@TempDir Path temporary) {
        folder = temporary;
        foundedTx = founders.found(Duration.ZERO);
        paper = new Papers(market, founders).deposit(Founders.EXCHANGE, officer(), "QUALIFICATION");
        market.accept(application(WAITING, 1));
        oldProof = attestation(attest(List.of()));
        newer = new JarCode(NextVersion.make(older.jar(), folder), NEXT);
        ChaincodePackage code = ChaincodePackage.of(newer.label());
        next = steps.definition(msp(Founders.EXCHANGE), "provenant", NEXT, Optional.empty());
        for (String mspId : ledger.mspIds()) {
            steps.install(mspId, code.write(folder), newer.command());
            steps.approve(mspId, next, code.id());
        }
    }

    @AfterAll
    void stop() {
        market.close();
    }

    @Test
    @Order(1)
    void a_commit_under_load_loses_and_doubles_nothing_and_ends_what_was_endorsed_before() {
        Endorsed held = market.endorse(application("pty-held", 2));
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicInteger retried = new AtomicInteger();
        List<CompletableFuture<List<String>>> load = IntStream.range(0, SENDERS)
                .mapToObj(sender -> CompletableFuture.supplyAsync(() -> applyUntil(isOver, sender, retried)))
                .toList();

        steps.commit(msp(Founders.EXCHANGE), next);
        assertThat(market.order(held)).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
        assertThat(market.order(market.endorse(application("pty-held", 2)))).isEqualTo(TxValidationCode.VALID);
        isOver.set(true);
        List<String> sent =
                load.stream().map(CompletableFuture::join).flatMap(List::stream).toList();

        assertThat(sent).hasSizeGreaterThan(SENDERS).doesNotHaveDuplicates();
        assertThat(sent)
                .allSatisfy(party -> assertThat(stored(party).integer("rev")).isEqualTo(1));
        System.out.println(
                "committed under load: " + sent.size() + " applications, " + retried + " of them sent again");
    }

    @Test
    @Order(2)
    void an_old_record_is_read_continued_and_stored_in_the_new_form() {
        assertThat(stored(WAITING).text("schemaVersion")).isEqualTo("1.0.0");

        market.accept(verification(WAITING));
        market.accept(application("pty-new", 3));

        JsonObject continued = stored(WAITING);
        assertThat(continued.text("schemaVersion")).isEqualTo(NextVersion.SCHEMA);
        assertThat(continued.text(NextVersion.FIELD)).isEqualTo(NextVersion.OLDER);
        assertThat(continued.text("state")).isEqualTo("VERIFIED");
        assertThat(continued.integer("rev")).isEqualTo(2);
        assertThat(stored("pty-new").text(NextVersion.FIELD)).isEqualTo(NextVersion.NEWER);
    }

    @Test
    @Order(3)
    void old_attestations_verify_and_each_says_which_code_spoke() {
        JsonObject newProof = attestation(attest(List.of()));

        assertThat(verdict(oldProof, older.digest(), newer.digest())).isEqualTo(Verdict.VALID);
        assertThat(verdict(newProof, older.digest(), newer.digest())).isEqualTo(Verdict.VALID);
        assertThat(report(newProof, older.digest()).checks())
                .anySatisfy(
                        check -> assertThat(check.why()).contains("codeSha256 is " + newer.digest(), older.digest()));
    }

    @Test
    @Order(4)
    void an_organisation_that_went_back_agrees_or_is_refused_and_never_diverges() {
        String behind = msp(Founders.ASSOCIATION);
        String exchange = msp(Founders.EXCHANGE);
        market.accept(application("pty-mixed", 4));
        steps.approve(behind, next, ChaincodePackage.of(older.label()).id());

        assertThat(codeOf(exchange)).isEqualTo(newer.digest());
        assertThat(codeOf(msp(Founders.REGULATOR))).isEqualTo(newer.digest());
        assertThat(codeOf(behind)).isEqualTo(older.digest());

        assertThat(refusal(attestCall(), List.of(exchange, behind))).contains("ProposalResponsePayloads do not match");
        assertThat(refusal(application("pty-split", 5), List.of(exchange, behind)))
                .contains("ProposalResponsePayloads do not match");
        assertThat(refusal(application("pty-waiting", 6), List.of(behind)))
                .contains("SCHEMA_UNKNOWN", "PTY!pty-waiting", NextVersion.SCHEMA, "1.0.0");
        Call neutral = Call.of(
                founders.actor(Founders.EXCHANGE, Role.EXCHANGE_COMPLIANCE, "compliance"),
                "rules:addSection",
                FoundedMarket.addition("consultDays", new JsonInteger(7)));
        assertThat(market.order(market.endorse(neutral, List.of(exchange, behind))))
                .isEqualTo(TxValidationCode.VALID);

        steps.approve(behind, next, ChaincodePackage.of(newer.label()).id());
        steps.retire("provenant");
        assertThat(market.order(market.endorse(application("pty-split", 5), List.of(exchange, behind))))
                .isEqualTo(TxValidationCode.VALID);
    }

    @Test
    @Order(5)
    void a_service_with_another_jar_than_its_label_says_does_not_start() {
        JarCode forged = new JarCode(older.jar(), "0.3.0");
        String label = "provenant_0.3.0_" + newer.digest();
        Path file = ChaincodePackage.of(label).write(folder);

        assertThatThrownBy(() -> steps.install(msp(Founders.REGULATOR), file, forged.command()))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("chaincode not started: the package was made from chaincode.jar "
                        + newer.digest() + ", this one is " + older.digest()
                        + ": start the jar that was packaged, or install its package");
        assertThat(market.order(market.endorse(application("pty-after", 7)))).isEqualTo(TxValidationCode.VALID);
    }

    /** Applies with one new party after the other, each until it is on the ledger. */
    private List<String> applyUntil(AtomicBoolean isOver, int sender, AtomicInteger retried) {
        List<String> committed = new ArrayList<>();
        while (!isOver.get() || committed.isEmpty()) {
            int number = 1_000 * (sender + 1) + committed.size();
            Call application = application("pty-load-" + number, number);
            AtomicInteger attempts = new AtomicInteger();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreException(Refusal.class)
                    .until(() -> attempts.incrementAndGet() > 0
                            && market.order(market.endorse(application)) == TxValidationCode.VALID);
            retried.addAndGet(attempts.get() > 1 ? 1 : 0);
            committed.add("pty-load-" + number);
        }
        return committed;
    }

    private Call application(String name, int number) {
        HostedParty party = Admission.party(folder, name, number, List.of("CONSUMER"), KEY_ROLES);
        return Admission.application(founders, party, party.signer(ledger.channel(), foundedTx));
    }

    private Call verification(String party) {
        JsonObject body = JsonObject.empty()
                .with("partyId", party)
                .with("rev", 1)
                .withTexts("roles", List.of("CONSUMER"))
                .with("recipientClassCode", "ENTERPRISE")
                .withObjects("documents", List.of(paper));
        return Call.of(officer(), "party:verify", body);
    }

    private JsonObject stored(String party) {
        Actor anybody = founders.actor(Founders.REGULATOR, Role.REGULATOR_OFFICER, "regulator0");
        Call call = Call.of(anybody, "attest", JsonObject.empty().withTexts("keys", List.of("PTY!" + party)));
        return state(market.endorse(call)).objects("entries").get(0).object("value");
    }

    private Call attestCall() {
        Actor anybody = founders.actor(Founders.REGULATOR, Role.REGULATOR_OFFICER, "regulator0");
        return Call.of(anybody, "attest", JsonObject.empty().withTexts("keys", List.of("PTY!pty-exchange")));
    }

    private Endorsed attest(List<String> endorsers) {
        return market.endorse(attestCall(), endorsers);
    }

    private String codeOf(String mspId) {
        return state(attest(List.of(mspId))).text("codeSha256");
    }

    private static JsonObject state(Endorsed attested) {
        return StrictJsonReader.parseObject(attested.payload()).object("attest");
    }

    private String refusal(Call call, List<String> endorsers) {
        try {
            throw new AssertionError(
                    "endorsed: " + market.endorse(call, endorsers).payload());
        } catch (Refusal refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }

    private static JsonObject attestation(Endorsed attested) {
        Prepared prepared = Prepared.of(attested.prepared());
        return AttestationFile.of(
                        attested.proposed().signed().toByteString(),
                        prepared.actionPayload().getAction().getProposalResponsePayload(),
                        prepared.endorsements().stream()
                                .map(one -> new Endorsement(one.getEndorser(), one.getSignature()))
                                .toList())
                .toJson();
    }

    private Verdict verdict(JsonObject proof, String... accepted) {
        return report(proof, accepted).verdict();
    }

    private Report report(JsonObject proof, String... accepted) {
        SortedMap<String, TrustedOrganisation> trusted = new TreeMap<>();
        for (String mspId : ledger.mspIds()) {
            String root = ledger.organisation(mspId).enrolmentAuthority().certificatePem();
            trusted.put(mspId, new TrustedOrganisation(mspId, List.of(root), List.of(), List.of()));
        }
        TreeSet<Digest> digests = new TreeSet<>();
        for (String hex : accepted) {
            digests.add(new Digest(hex));
        }
        TrustFile trust = new TrustFile(
                ledger.channel(),
                foundedTx,
                ledger.chaincode(),
                digests,
                trusted,
                new EndorsementPolicy(2, new TreeSet<>(ledger.mspIds())));
        return Verification.against(trust.toJson().canonicalBytes()).verify(proof.canonicalBytes());
    }

    private Actor officer() {
        return founders.actor(Founders.EXCHANGE, Role.EXCHANGE_OFFICER, "officer000");
    }

    private String msp(String party) {
        return founders.mspId(party);
    }
}
