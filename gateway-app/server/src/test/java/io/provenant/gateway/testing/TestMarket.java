package io.provenant.gateway.testing;

import io.grpc.BindableService;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.provenant.canonical.JsonObject;
import io.provenant.contract.ProvenantChaincode;
import io.provenant.gateway.ledger.LedgerClient;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.block.BlockListener;
import io.provenant.gateway.ledger.commit.Outbox;
import io.provenant.gateway.ledger.fabric.FabricLedgerClient;
import io.provenant.gateway.ledger.fabric.FabricSettings;
import io.provenant.gateway.ledger.fabric.Limits;
import io.provenant.gateway.ledger.fabric.PeerChannel;
import io.provenant.gateway.ledger.identity.PemRoleKeys;
import io.provenant.gateway.log.JdkDigests;
import io.provenant.gateway.rules.DraftRuleSet;
import io.provenant.ledger.Role;
import io.provenant.network.embedded.msp.PolicyText;
import io.provenant.network.embedded.node.ChaincodeSettings;
import io.provenant.network.embedded.node.EmbeddedNode;
import io.provenant.network.embedded.node.HostPort;
import io.provenant.network.embedded.node.NodeSettings;
import io.provenant.network.embedded.node.OrdererSettings;
import io.provenant.network.embedded.node.OrganisationSettings;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import io.provenant.network.identity.CredentialFolder;
import io.provenant.network.identity.MspFolder;
import io.provenant.network.identity.Node;
import io.provenant.network.identity.Organisation;
import io.provenant.network.identity.TlsFolder;
import io.provenant.ruleset.Regime;
import io.provenant.ruleset.RuleSetId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.hyperledger.fabric.protos.peer.CollectionPolicyConfig;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/** A real market for tests: three organisations on an embedded node, each peer with the real chaincode. */
public final class TestMarket implements AutoCloseable {

    public static final String CHANNEL = "market-1";
    public static final String EXCHANGE = "ExchangeMSP";
    public static final String REGULATOR = "RegulatorMSP";
    public static final String ASSOCIATION = "AssociationMSP";

    private static final Map<String, String> PARTIES =
            new TreeMap<>(Map.of(EXCHANGE, "pty-exchange", REGULATOR, "pty-cac", ASSOCIATION, "pty-assoc"));
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost");

    private final Path folder;
    private final NodeSettings settings;
    private final EmbeddedNode node;
    private final List<ManagedChannel> channels = new ArrayList<>();

    private TestMarket(Path folder, Duration batchTimeout, Function<String, BindableService> chaincode) {
        this.folder = folder;
        List<OrganisationSettings> members = PARTIES.keySet().stream()
                .map(mspId -> new OrganisationSettings(
                        mspId, folder.resolve(mspId).resolve("msp"), new HostPort("127.0.0.1", 0)))
                .toList();
        this.settings = NodeSettings.of(
                        CHANNEL,
                        folder.resolve("data"),
                        members,
                        new OrdererSettings(
                                "OrdererMSP",
                                folder.resolve("OrdererMSP").resolve("msp"),
                                new HostPort("127.0.0.1", 7050)),
                        ChaincodeSettings.of(definition()))
                .withBatches(batchTimeout, 500);
        try {
            Map<String, BindableService> chaincodes = new TreeMap<>();
            PARTIES.keySet().forEach(mspId -> chaincodes.put(mspId, chaincode.apply(mspId)));
            this.node = EmbeddedNode.start(settings, chaincodes);
        } catch (IOException e) {
            throw new UncheckedIOException("the node does not start", e);
        }
    }

    /** Starts it in this folder; what an earlier one kept there goes on. */
    public static TestMarket start(Path folder) {
        return start(folder, Duration.ofMillis(20));
    }

    /** The same, with blocks after another time. */
    public static TestMarket start(Path folder, Duration batchTimeout) {
        return start(
                folder,
                batchTimeout,
                mspId -> new ProvenantChaincode("provenant_1.0:" + mspId, "0".repeat(64)).asService());
    }

    /** The same, with another chaincode for each peer. */
    public static TestMarket start(Path folder, Duration batchTimeout, Function<String, BindableService> chaincode) {
        if (!folder.resolve("OrdererMSP").toFile().exists()) {
            PARTIES.forEach((mspId, party) -> writeMember(folder, mspId, party));
            Organisation orderer = Organisation.create("OrdererMSP", "orderer.example", Clock.systemUTC());
            write(folder, orderer, orderer.orderer("orderer0", LOOPBACK));
        }
        return new TestMarket(folder, batchTimeout, chaincode);
    }

    private static void writeMember(Path folder, String mspId, String party) {
        Organisation member = Organisation.create(mspId, party.substring(4) + ".example", Clock.systemUTC());
        write(folder, member, member.peer("peer0", LOOPBACK));
        for (Role role : Role.values()) {
            TreeMap<String, String> attributes = new TreeMap<>();
            attributes.put("pvn.party", party);
            attributes.put("pvn.person", alias(mspId));
            attributes.put("pvn.role", role.code());
            CredentialFolder.write(
                    folder.resolve(mspId).resolve("people").resolve(alias(mspId)),
                    role.code(),
                    member.client(role.code() + "." + alias(mspId), attributes));
        }
    }

    private static void write(Path folder, Organisation organisation, Node node) {
        Path place = folder.resolve(organisation.mspId());
        MspFolder.of(organisation).write(place.resolve("msp"), node.identity());
        TlsFolder.write(place.resolve("tls"), node.tls(), organisation.tlsAuthority());
    }

    private static ChaincodeDefinition definition() {
        return ChaincodeDefinition.of(TestChain.CHAINCODE, "1.0")
                .withEndorsementPolicy(
                        PolicyText.parse("OutOf(2, 'ExchangeMSP.peer', 'RegulatorMSP.peer', 'AssociationMSP.peer')"))
                .withCollections(List.of(StaticCollectionConfig.newBuilder()
                        .setName("pdcListing")
                        .setMemberOrgsPolicy(CollectionPolicyConfig.newBuilder()
                                .setSignaturePolicy(
                                        PolicyText.parse("OR('AssociationMSP.member', 'RegulatorMSP.member')")))
                        .setMemberOnlyRead(true)
                        .setMemberOnlyWrite(true)
                        .build()));
    }

    /** The only person of an organisation, in this role. */
    public static Signatory person(String mspId, Role role) {
        return new Signatory(alias(mspId), role);
    }

    private static String alias(String mspId) {
        return mspId.toLowerCase(java.util.Locale.ROOT) + "01";
    }

    public EmbeddedNode node() {
        return node;
    }

    /** How many transactions stand in blocks, valid or not. */
    public long transactions() {
        return LongStream.range(1, node.ledger().height())
                .map(number -> node.ledger().block(number).getData().getDataCount())
                .sum();
    }

    /** Short waits, for tests. */
    public static FabricSettings settings(String mspId) {
        Limits limits = Limits.usual().waiting(Duration.ofSeconds(30), Duration.ofMillis(500));
        return FabricSettings.usual(CHANNEL, TestChain.CHAINCODE, mspId, person(mspId, Role.LOG_OPERATOR))
                .within(limits);
    }

    /** A client of this organisation, over the in-process transport. */
    public FabricLedgerClient client(String mspId, Outbox outbox, BlockListener... listeners) {
        return client(settings(mspId), outbox, listeners);
    }

    /** The same with other settings. */
    public FabricLedgerClient client(FabricSettings with, Outbox outbox, BlockListener... listeners) {
        return FabricLedgerClient.start(
                with, channel(with.mspId()), keys(with.mspId()), outbox, List.of(listeners), Clock.systemUTC());
    }

    /** A client whose calls of the peer pass this interceptor, which may fail them. */
    public FabricLedgerClient client(FabricSettings with, Outbox outbox, ClientInterceptor between) {
        return FabricLedgerClient.start(
                with, channel(with.mspId(), between), keys(with.mspId()), outbox, List.of(), Clock.systemUTC());
    }

    private ManagedChannel channel(String mspId, ClientInterceptor... between) {
        ManagedChannel channel = InProcessChannelBuilder.forName(node.inProcess(mspId))
                .maxInboundMessageSize(128 * 1024 * 1024)
                .intercept(between)
                .build();
        channels.add(channel);
        return channel;
    }

    /** Where an organisation's peer listens, with TLS. */
    public PeerChannel peer(String mspId) {
        HostPort address = node.address(mspId);
        return new PeerChannel(
                address.host(),
                address.port(),
                folder.resolve(mspId).resolve("tls").resolve("ca.crt"),
                Optional.empty(),
                Optional.empty());
    }

    public PemRoleKeys keys(String mspId) {
        return new PemRoleKeys(people(mspId), mspId);
    }

    /** Where the certificates of an organisation's people lie. */
    public Path people(String mspId) {
        return folder.resolve(mspId).resolve("people");
    }

    /** Founds the market; the clients are those of the exchange, the regulator and the association. */
    public static void found(LedgerClient exchange, LedgerClient regulator, LedgerClient association) {
        JdkDigests digests = new JdkDigests();
        DraftRuleSet rules = DraftRuleSet.forTests();
        Signatory founder = person(EXCHANGE, Role.MARKET_FOUNDER);
        List<CompletableFuture<Submission>> sections = rules.additions(digests).stream()
                .map(body -> exchange.submitAsync(founder, LedgerCommand.of("rules:addSection", body)))
                .toList();
        sections.forEach(section -> committed(section.join()));
        JsonObject body = founding(rules, digests);
        JsonObject subject = JsonObject.empty().with("command", "market:found").with("body", body);
        LedgerCommand approval = LedgerCommand.of("approve", JsonObject.of("subject", subject));
        committed(exchange.submit(founder, approval));
        committed(regulator.submit(person(REGULATOR, Role.MARKET_FOUNDER), approval));
        committed(association.submit(person(ASSOCIATION, Role.MARKET_FOUNDER), approval));
        committed(exchange.submit(founder, LedgerCommand.of("market:found", body)));
    }

    private static JsonObject founding(DraftRuleSet rules, JdkDigests digests) {
        List<Regime> regimes = List.of(Regime.CN_CSL, Regime.CN_DSL, Regime.CN_PIPL);
        return JsonObject.empty()
                .with("channel", CHANNEL)
                .withTexts("regimes", regimes.stream().map(Regime::name).toList())
                .withObjects(
                        "founders",
                        List.of(
                                founder("pty-assoc", ASSOCIATION, "ASSOCIATION", "91310000MA1FL00003"),
                                founder("pty-cac", REGULATOR, "REGULATOR", "91310000MA1FL00002")
                                        .with("regulatorDomain", "CYBERSPACE"),
                                founder("pty-exchange", EXCHANGE, "EXCHANGE", "91310000MA1FL00001")
                                        .withTexts("roles", List.of("EXCHANGE", "PROVIDER"))))
                .with("ruleSet", rules.marketRuleSet(new RuleSetId("rs-test-1"), 1, regimes, "c".repeat(64), digests))
                .withTexts("approverIds", List.of("pty-assoc", "pty-cac", "pty-exchange"));
    }

    private static JsonObject founder(String partyId, String mspId, String role, String uscc) {
        return JsonObject.empty()
                .with("partyId", partyId)
                .with("kind", "MEMBER")
                .withTexts("mspIds", List.of(mspId))
                .with("legalNameCommit", "d".repeat(64))
                .with("uscc", uscc)
                .withTexts("roles", List.of(role))
                .with("countryRegion", "CN")
                .with("sizeClass", "L")
                .with("piSubjectsBand", "LT_100K")
                .with("criticalInfrastructure", false)
                .with("foreignListing", false)
                .with("recipientClassCode", "INSTITUTION")
                .withObjects("keys", List.of());
    }

    /** Who declares assets of the exchange. */
    public static Signatory provider() {
        return person(EXCHANGE, Role.PROVIDER_OFFICER);
    }

    /** A command that the exchange's provider may send at any time, once an id. */
    public static LedgerCommand declaration(String assetId) {
        JsonObject body = JsonObject.empty()
                .with("assetId", assetId)
                .with("ownerId", "pty-exchange")
                .with("titleCommit", "e".repeat(64))
                .with("structure", "STRUCTURED")
                .with("sectorCode", "finance")
                .with("nationalGrade", "GENERAL")
                .withTexts("dataCategories", List.of("pd:Age"))
                .withTexts("sensitiveRoots", List.of())
                .with("containsMinors", false)
                .with("sourceKind", "INTERNAL");
        return LedgerCommand.of("asset:declare", body);
    }

    /** The commit of a submission that must have one. */
    public static Submission.Committed committed(Submission submission) {
        if (submission instanceof Submission.Committed committed) {
            return committed;
        }
        throw new AssertionError("not committed: " + submission);
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
        node.close();
    }
}
