package io.provenant.network.fault;

import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptor;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.provenant.gateway.desk.DeskSchema;
import io.provenant.gateway.desk.PostgresOutbox;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.fabric.FabricLedgerClient;
import io.provenant.gateway.ledger.fabric.Limits;
import io.provenant.gateway.ledger.identity.RoleKey;
import io.provenant.gateway.ledger.identity.RoleKeys;
import io.provenant.ledger.Role;
import io.provenant.network.fabric.ChaincodeSettings;
import io.provenant.network.fabric.Consensus;
import io.provenant.network.fabric.FabricBinaries;
import io.provenant.network.fabric.FabricNetwork;
import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.fabric.MemberSettings;
import io.provenant.network.fabric.Quorum;
import io.provenant.network.identity.Credential;
import io.provenant.network.standalone.ProvenantCode;
import io.provenant.network.standalone.identity.Member;
import io.provenant.network.standalone.ledger.LedgerKind;
import io.provenant.network.standalone.ledger.LedgerSpec;
import io.provenant.network.standalone.ledger.RunningLedger;
import io.provenant.network.testing.Actor;
import io.provenant.network.testing.TestLedger;
import io.provenant.network.testing.TestRun;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.hyperledger.fabric.client.identity.Signers;

/** A real network whose processes are in a test's hands, and a client of the product on the exchange's peer. */
final class FaultyLedger implements AutoCloseable {

    static final String EXCHANGE = "ExchangeMSP";
    static final String REGULATOR = "RegulatorMSP";
    static final String ASSOCIATION = "AssociationMSP";

    /** Who writes before there is a market. */
    static final Signatory FOUNDER = new Signatory("founder0a", Role.MARKET_FOUNDER);

    /** Who writes in a market that is founded. */
    static final Signatory OFFICER = new Signatory("complian0a", Role.EXCHANGE_COMPLIANCE);

    static final Signatory SERVICE = new Signatory("service0a", Role.LOG_OPERATOR);

    /** Short, so that a test sees what a user sees after half a minute. */
    static final Limits LIMITS = new Limits(
            48, 2_000, 5, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(1));

    private static final List<MemberSettings> MEMBERS =
            Member.all().stream().map(Member::settings).toList();

    private final FabricNetwork network;
    private final TestLedger ledger;
    private final EmbeddedPostgres database;
    private final PostgresOutbox outbox;
    private boolean isDown;

    private FaultyLedger(FabricNetwork network, Path folder) {
        this.network = network;
        LedgerSpec spec = new LedgerSpec(
                network.settings().channel(), MEMBERS, List.of(new ProvenantCode()), TestLedger.EXECUTE_TIMEOUT);
        this.ledger = TestLedger.over(spec, TestRun.ledger(), RunningLedger.of(network), folder);
        try {
            this.database = EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            network.close();
            throw new UncheckedIOException("no database for the outbox", e);
        }
        DeskSchema.migrate(database.getPostgresDatabase());
        this.outbox = new PostgresOutbox(database.getPostgresDatabase(), ledger.chaincode(), Clock.systemUTC());
    }

    /** Starts one in a folder: BFT with four orderers, or Raft with this many, whatever the run is about. */
    static FaultyLedger up(Path folder, int raftOrderers) {
        return up(folder, raftOrderers, Clock.systemUTC());
    }

    /** The same, with certificates that this clock dates. */
    static FaultyLedger up(Path folder, int raftOrderers, Clock clock) {
        return new FaultyLedger(FabricNetwork.up(settings(folder, raftOrderers), clock), folder);
    }

    static FabricSettings settings(Path folder, int raftOrderers) {
        ProvenantCode code = new ProvenantCode();
        ChaincodeSettings chaincode = new ChaincodeSettings(
                code.chaincode(),
                code.version(),
                code.label(),
                code.command(),
                Quorum.of(MEMBERS).ofPeers(),
                code.collections(MEMBERS.stream().map(MemberSettings::mspId).toList()));
        FabricSettings settings =
                FabricSettings.market(folder, FabricBinaries.require(System.getenv()), List.of(chaincode));
        return isBft()
                ? settings.withConsensus(Consensus.BFT, Consensus.BFT.defaultOrderers())
                : settings.withConsensus(Consensus.RAFT, raftOrderers);
    }

    static boolean isBft() {
        return TestRun.ledger() == LedgerKind.BFT;
    }

    /** A new folder for a network below the module's build folder. */
    static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "ledgers")), "fault")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for a network", e);
        }
    }

    FabricNetwork network() {
        return network;
    }

    TestLedger ledger() {
        return ledger;
    }

    PostgresOutbox outbox() {
        return outbox;
    }

    /** A new way to the exchange's peer that somebody listens on; whoever asks for it shuts it down. */
    ManagedChannel connect(ClientInterceptor between) {
        try {
            ChannelCredentials trust = TlsChannelCredentials.newBuilder()
                    .trustManager(network.gatewayTlsRoot(EXCHANGE).toFile())
                    .build();
            return Grpc.newChannelBuilder(network.gatewayAddress(EXCHANGE), trust)
                    .intercept(between)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("no way to the peer", e);
        }
    }

    /** A client on the exchange's peer; whoever asks for it closes it. */
    FabricLedgerClient client(Limits limits) {
        return client(ledger.connection(EXCHANGE), limits);
    }

    /** A client on the exchange's peer by another way. */
    FabricLedgerClient client(ManagedChannel way, Limits limits) {
        return client(way, limits, this::credential);
    }

    /** A client whose people have other certificates, asked for whenever one is due. */
    FabricLedgerClient client(Function<Signatory, Credential> credentials) {
        return client(ledger.connection(EXCHANGE), LIMITS, credentials);
    }

    private FabricLedgerClient client(ManagedChannel way, Limits limits, Function<Signatory, Credential> credentials) {
        io.provenant.gateway.ledger.fabric.FabricSettings settings =
                io.provenant.gateway.ledger.fabric.FabricSettings.usual(
                                ledger.channel(), ledger.chaincode(), EXCHANGE, SERVICE)
                        .within(limits);
        RoleKeys keys = signatory -> {
            Credential credential = signatory.equals(SERVICE) ? credential(SERVICE) : credentials.apply(signatory);
            return new RoleKey(
                    EXCHANGE, credential.certificate(), Signers.newPrivateKeySigner(credential.privateKey()));
        };
        return FabricLedgerClient.start(settings, way, keys, outbox, List.of(), Clock.systemUTC());
    }

    private Credential credential(Signatory signatory) {
        return ledger.credential(new Actor(EXCHANGE, signatory.role().code(), "pty-exchange", signatory.alias()));
    }

    /** Stops it; what it has written stays in the folder. */
    void down() {
        network.close();
        closeDatabase();
        isDown = true;
    }

    @Override
    public void close() {
        if (!isDown) {
            ledger.close();
            closeDatabase();
        }
    }

    private void closeDatabase() {
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the database of the outbox does not stop", e);
        }
    }
}
