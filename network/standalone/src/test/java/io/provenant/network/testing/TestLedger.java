package io.provenant.network.testing;

import io.grpc.ManagedChannel;
import io.provenant.network.fabric.FabricNetwork;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.Organisation;
import io.provenant.network.standalone.ledger.LedgerKind;
import io.provenant.network.standalone.ledger.LedgerSpec;
import io.provenant.network.standalone.ledger.RunningLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/** A ledger for tests: its organisations, who acts for them, and the ways to it. Safe for many threads. */
public final class TestLedger implements AutoCloseable {

    /** How long a chaincode may run here, less than Fabric's own 30 s. */
    public static final Duration EXECUTE_TIMEOUT = Duration.ofSeconds(10);

    private static final long PATIENCE_S = 30;

    private final LedgerSpec spec;
    private final LedgerKind kind;
    private final RunningLedger running;
    private final Path folder;
    private final Map<String, ManagedChannel> connections = new ConcurrentHashMap<>();
    private final Map<Actor, Credential> credentials = new ConcurrentHashMap<>();
    private final Map<Actor, Gateway> gateways = new ConcurrentHashMap<>();

    TestLedger(LedgerSpec spec, LedgerKind kind, RunningLedger running, Path folder) {
        this.spec = spec;
        this.kind = kind;
        this.running = running;
        this.folder = folder;
    }

    /** One that its user started in a way of his own; the folder is deleted with it. */
    public static TestLedger over(LedgerSpec spec, LedgerKind kind, RunningLedger running, Path folder) {
        return new TestLedger(spec, kind, running, folder);
    }

    /** What it is made of, for the few facts that differ. */
    public LedgerKind kind() {
        return kind;
    }

    public String channel() {
        return spec.channel();
    }

    /** The name of the one chaincode. */
    public String chaincode() {
        return spec.codes().get(0).chaincode();
    }

    public List<String> mspIds() {
        return spec.mspIds();
    }

    /** An organisation, which issues any certificate, wrong ones included. */
    public Organisation organisation(String mspId) {
        return running.organisation(mspId);
    }

    /** The role certificate of somebody, the same one at each call. */
    public Credential credential(Actor actor) {
        return credentials.computeIfAbsent(actor, this::issue);
    }

    private Credential issue(Actor actor) {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("pvn.role", actor.role());
        attributes.put("pvn.party", actor.party());
        attributes.put("pvn.person", actor.person());
        return organisation(actor.mspId()).client(actor.role() + "." + actor.person(), attributes);
    }

    /** The one connection to an organisation's gateway. */
    public ManagedChannel connection(String mspId) {
        return connections.computeIfAbsent(mspId, running::connect);
    }

    /** Where an organisation's gateway listens, as host and port. */
    public String address(String mspId) {
        return running.address(mspId);
    }

    /** The root that an organisation's gateway proves itself by, a PEM file. */
    public Path tlsRoot(String mspId) {
        return running.tlsRoot(mspId);
    }

    /** The gateway of somebody's own organisation, as he uses it. */
    public Gateway gateway(Actor actor) {
        return gateways.computeIfAbsent(actor, absent -> connect(actor.mspId(), actor.mspId(), credential(actor)));
    }

    /** An organisation's gateway in the hands of anybody; whoever asks for it closes it. */
    public Gateway connect(String gatewayMspId, String signerMspId, Credential signer) {
        return Gateway.newInstance()
                .identity(new X509Identity(signerMspId, signer.certificate()))
                .signer(Signers.newPrivateKeySigner(signer.privateKey()))
                .hash(Hash.SHA256)
                .connection(connection(gatewayMspId))
                .evaluateOptions(options -> options.withDeadlineAfter(PATIENCE_S, TimeUnit.SECONDS))
                .endorseOptions(options -> options.withDeadlineAfter(PATIENCE_S, TimeUnit.SECONDS))
                .submitOptions(options -> options.withDeadlineAfter(PATIENCE_S, TimeUnit.SECONDS))
                .commitStatusOptions(options -> options.withDeadlineAfter(PATIENCE_S, TimeUnit.SECONDS))
                .connect();
    }

    public Network network(Actor actor) {
        return gateway(actor).getNetwork(channel());
    }

    public Contract contract(Actor actor) {
        return network(actor).getContract(chaincode());
    }

    /** Has a transaction endorsed and keeps it from being ordered. */
    public HeldTransaction endorseAndHold(Actor actor, String function, String... arguments) throws EndorseException {
        return new HeldTransaction(contract(actor)
                .newProposal(function)
                .addArguments(arguments)
                .build()
                .endorse());
    }

    /** How many of something are worth their time: real peers are slower and a few of them prove as much. */
    public int many(int onEmbedded, int onFabric) {
        return kind.isReal() ? onFabric : onEmbedded;
    }

    /** The processes of a real network. */
    public FabricNetwork network() {
        return running.processes().orElseThrow();
    }

    /** Ends an organisation's peer, and with it its gateway. */
    public void stopPeer(String mspId) {
        running.stopPeer(mspId);
    }

    /** Starts a peer that was stopped, and returns once its gateway endorses again. */
    public void startPeer(String mspId) {
        running.startPeer(mspId);
        connection(mspId).resetConnectBackoff();
    }

    @Override
    public void close() {
        gateways.values().forEach(Gateway::close);
        connections.values().forEach(ManagedChannel::shutdownNow);
        running.close();
        if (!Boolean.getBoolean("ledger.keep")) { // -Dledger.keep=true leaves blocks and logs in target/ledgers
            deleteFolder();
        }
    }

    private void deleteFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the ledger " + folder, e);
        }
    }
}
