package io.provenant.gateway;

import static io.provenant.gateway.testing.TestMarket.ASSOCIATION;
import static io.provenant.gateway.testing.TestMarket.EXCHANGE;
import static io.provenant.gateway.testing.TestMarket.REGULATOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.provenant.gateway.GatewaySettings.Market;
import io.provenant.gateway.GatewaySettings.Network;
import io.provenant.gateway.GatewaySettings.Ordering;
import io.provenant.gateway.GatewaySettings.Organisation;
import io.provenant.gateway.GatewaySettings.Peer;
import io.provenant.gateway.GatewaySettings.People;
import io.provenant.gateway.GatewaySettings.Tokens;
import io.provenant.gateway.doctor.Finding;
import io.provenant.gateway.doctor.Finding.State;
import io.provenant.gateway.ledger.fabric.PeerChannel;
import io.provenant.gateway.testing.TestMarket;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor on a market of three peers: what it says of a wrong setting, and of what is wrong behind the peer. */
class DoctorTest {

    private static final Market MARKET = market("market-1", "provenant");

    @TempDir
    static Path folder;

    private static TestMarket market;
    private static TestIssuer issuer;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        market = TestMarket.start(folder.resolve("market"));
        issuer = new TestIssuer();
        Files.writeString(
                folder.resolve("people.json"),
                "{\"v\":1,\"people\":[{\"subject\":\"gw\",\"alias\":\"exchangemsp01\",\"roles\":[\"log.operator\"]}]}");
    }

    @AfterAll
    static void stop() {
        market.close();
        issuer.close();
    }

    @Test
    void of_a_gateway_that_can_start_there_is_nothing_to_say_but_what_is_there() {
        List<Finding> findings = examine(EXCHANGE, MARKET, peer(), Clock.systemUTC());

        assertThat(findings)
                .allSatisfy(one -> assertThat(one.state())
                        .as(one.what() + ": " + one.says())
                        .isEqualTo(State.OK));
        assertThat(says(findings, "blocks of market-1"))
                .isEqualTo("come; organisations: [AssociationMSP, ExchangeMSP, RegulatorMSP]");
        assertThat(says(findings, "code of the organisations")).startsWith("is one and the same at [AssociationMSP");
    }

    @Test
    void an_organisation_that_the_channel_does_not_know_is_named() {
        List<Finding> findings = examine("NobodyMSP", MARKET, peer(), Clock.systemUTC());

        assertThat(problem(findings, "blocks of market-1")).contains("provenant.organisation.msp-id");
        assertThat(problem(findings, "chaincode at the own peer")).contains("provenant.organisation.msp-id");
    }

    @Test
    void a_channel_that_the_peer_is_not_on_is_named() {
        List<Finding> findings = examine(EXCHANGE, market("market-2", "provenant"), peer(), Clock.systemUTC());

        assertThat(problem(findings, "blocks of market-2")).contains("provenant.market.channel");
    }

    @Test
    void a_chaincode_that_is_not_there_is_named() {
        List<Finding> findings = examine(EXCHANGE, market("market-1", "provenence"), peer(), Clock.systemUTC());

        assertThat(problem(findings, "chaincode at the own peer")).contains("provenant.market.chaincode");
    }

    @Test
    void clocks_that_are_apart_are_measured() {
        Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-40));

        List<Finding> findings = examine(EXCHANGE, MARKET, peer(), slow);

        assertThat(problem(findings, "clock of the peer")).matches("is 2[34]\\d\\d s ahead of this machine's.*");
        assertThat(problem(findings, "blocks of market-1")).contains("clock is more than 15 minutes off");
    }

    @Test
    void a_name_that_is_not_in_the_peers_certificate_is_told_with_those_that_are() {
        Peer place = place(market.peer(EXCHANGE).tlsRoots(), Optional.of("peer0.elsewhere.example"));

        assertThat(problem(examine(EXCHANGE, MARKET, place, Clock.systemUTC()), "TLS of the peer"))
                .contains("is for [127.0.0.1, localhost")
                .contains("provenant.peer.authority");
    }

    @Test
    void roots_of_another_authority_are_told_with_the_one_that_issued() {
        Peer place = place(market.peer(REGULATOR).tlsRoots(), Optional.empty());

        assertThat(problem(examine(EXCHANGE, MARKET, place, Clock.systemUTC()), "TLS of the peer"))
                .contains("was issued by")
                .contains("exchange.example")
                .contains("provenant.peer.tls-roots");
    }

    @Test
    void another_organisations_certificate_is_told_by_its_authority() throws IOException {
        Path people = folder.resolve("foreign");
        Path own = Files.createDirectories(people.resolve("exchangemsp01"));
        Path regulators = folder.resolve("market/RegulatorMSP/people/regulatormsp01");
        Files.copy(regulators.resolve("log.operator.pem"), own.resolve("log.operator.pem"));
        Files.copy(regulators.resolve("log.operator.key"), own.resolve("log.operator.key"));

        List<Finding> findings = Doctor.examine(settings(EXCHANGE, MARKET, peer(), people), Clock.systemUTC());

        assertThat(problem(findings, "certificate of gw as log.operator"))
                .contains("pvn.party is \"pty-cac\", expected \"pty-exchange\"");
        assertThat(problem(findings, "blocks of market-1")).contains("not the authority that issued");
    }

    @Test
    void a_key_that_others_can_read_is_told_with_what_to_do() throws IOException {
        Path key = folder.resolve("market/ExchangeMSP/people/exchangemsp01/log.operator.key");
        var kept = Files.getPosixFilePermissions(key);
        Files.setPosixFilePermissions(key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        try {
            assertThat(problem(
                            examine(EXCHANGE, MARKET, peer(), Clock.systemUTC()), "certificate of gw as log.operator"))
                    .contains("chmod 600");
        } finally {
            Files.setPosixFilePermissions(key, kept);
        }
    }

    @Test
    void other_code_at_one_organisation_is_told(@TempDir Path elsewhere) throws IOException {
        try (TestMarket mixed = TestMarket.start(elsewhere, Duration.ofMillis(20), DoctorTest::codeOf)) {
            List<Finding> findings = examine(mixed);

            assertThat(problem(findings, "code of the organisations"))
                    .contains("RegulatorMSP=" + "1".repeat(64))
                    .contains("agree on one chaincode.jar");
        }
    }

    private static io.grpc.BindableService codeOf(String mspId) {
        String digest = (mspId.equals(REGULATOR) ? "1" : "0").repeat(64);
        return new io.provenant.contract.ProvenantChaincode("provenant_1.0:" + mspId, digest).asService();
    }

    @Test
    void where_only_one_organisation_answers_the_others_are_told(@TempDir Path elsewhere) throws IOException {
        try (TestMarket alone = TestMarket.start(elsewhere)) {
            alone.node().stopPeer(REGULATOR);
            alone.node().stopPeer(ASSOCIATION);

            List<Finding> findings = examine(alone);

            assertThat(problem(findings, "endorsement by enough")).contains("too few organisations");
            assertThat(problem(findings, "chaincode at RegulatorMSP")).contains("no peer of that organisation");
            assertThat(problem(findings, "code of the organisations")).contains("1 organisations answer");
        }
    }

    private static List<Finding> examine(TestMarket other) {
        PeerChannel place = other.peer(EXCHANGE);
        Peer peer = new Peer(place.host(), place.port(), place.tlsRoots(), Optional.empty(), Optional.empty());
        return Doctor.examine(settings(EXCHANGE, MARKET, peer, other.people(EXCHANGE)), Clock.systemUTC());
    }

    private static List<Finding> examine(String mspId, Market where, Peer peer, Clock clock) {
        return Doctor.examine(settings(mspId, where, peer, market.people(EXCHANGE)), clock);
    }

    private static Peer peer() {
        return place(market.peer(EXCHANGE).tlsRoots(), Optional.empty());
    }

    private static Peer place(Path tlsRoots, Optional<String> authority) {
        PeerChannel peer = market.peer(EXCHANGE);
        return new Peer(peer.host(), peer.port(), tlsRoots, authority, Optional.empty());
    }

    private static GatewaySettings settings(String mspId, Market where, Peer peer, Path people) {
        return new GatewaySettings(
                new Organisation("pty-exchange", mspId),
                where,
                Optional.of(peer),
                new People(folder.resolve("people.json"), people, "gw"),
                new Tokens(URI.create(issuer.url()), "pty-exchange", Optional.of(URI.create(issuer.url() + "/keys"))),
                folder.resolve("data"),
                folder.resolve("master.key"),
                Optional.empty(),
                List.of());
    }

    private static Market market(String channel, String chaincode) {
        return new Market(channel, chaincode, Network.EMBEDDED, Ordering.SOLO, List.of(), List.of(), 2);
    }

    private static String problem(List<Finding> findings, String what) {
        assertThat(findings)
                .filteredOn(one -> one.what().equals(what))
                .as(findings.toString())
                .singleElement()
                .extracting(Finding::state)
                .isEqualTo(State.PROBLEM);
        return says(findings, what);
    }

    private static String says(List<Finding> findings, String what) {
        return findings.stream()
                .filter(one -> one.what().equals(what))
                .findFirst()
                .orElseThrow()
                .says();
    }
}
