package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.access.Member;
import io.provenant.network.embedded.block.ChannelProfile;
import io.provenant.network.embedded.block.OrdererProfile;
import io.provenant.network.embedded.msp.KeyIdentity;
import io.provenant.network.embedded.msp.Msp;
import io.provenant.network.embedded.rwset.ReadWriteSet;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.MspFolder;
import io.provenant.network.identity.Node;
import io.provenant.network.identity.Organisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** A ledger with three organisations, a peer and a client each, and everything that is needed to endorse on it. */
public final class TestLedger implements AutoCloseable {

    public static final String CHANNEL = "market";
    public static final String CHAINCODE = "notes";
    public static final String ONE = "OneMSP";
    public static final String TWO = "TwoMSP";
    public static final String THREE = "ThreeMSP";

    private static final Clock CLOCK = Clock.systemUTC();
    private static final SortedMap<String, Organisation> ORGANISATIONS = organisations(ONE, TWO, THREE);
    private static final Organisation ORDERERS = Organisation.create("OrdererMSP", "orderer.example", CLOCK);
    private static final SortedMap<String, Node> PEERS = new TreeMap<>();
    private static final SortedMap<String, Credential> CLIENTS = new TreeMap<>();
    private static final Node ORDERER = ORDERERS.orderer("orderer0", List.of("127.0.0.1"));

    static {
        ORGANISATIONS.forEach((mspId, organisation) -> {
            PEERS.put(mspId, organisation.peer("peer0", List.of("127.0.0.1")));
            CLIENTS.put(mspId, organisation.client("client", new TreeMap<>()));
        });
    }

    private static final ChannelProfile PROFILE = newProfile();

    private final Path folder;
    private ChaincodeDefinition chaincode;
    private ChannelLedger ledger;

    private TestLedger(Path folder, ChaincodeDefinition chaincode) {
        this.folder = folder;
        this.chaincode = chaincode;
        this.ledger = ChannelLedger.open(settings());
    }

    public static TestLedger open(Path folder) {
        return open(folder, ChaincodeDefinition.of(CHAINCODE, "1.0"));
    }

    public static TestLedger open(Path folder, ChaincodeDefinition chaincode) {
        return new TestLedger(folder, chaincode);
    }

    public ChannelLedger ledger() {
        return ledger;
    }

    public LedgerSettings settings() {
        return new LedgerSettings(folder, profile(), chaincode, orderer());
    }

    public static KeyIdentity orderer() {
        return KeyIdentity.of(
                "OrdererMSP",
                ORDERER.identity().certificatePem(),
                ORDERER.identity().privateKey());
    }

    public static ChannelProfile profile() {
        return PROFILE;
    }

    private static ChannelProfile newProfile() {
        List<FabricMSPConfig> members =
                ORGANISATIONS.values().stream().map(TestLedger::msp).toList();
        OrdererProfile orderer = new OrdererProfile(
                msp(ORDERERS),
                "127.0.0.1",
                7050,
                ByteString.copyFromUtf8(ORDERER.tls().certificatePem()));
        return new ChannelProfile(
                CHANNEL, members, orderer, 500, Duration.ofMillis(100), Instant.ofEpochSecond(1_700_000_000));
    }

    public void reopen() {
        ledger.close();
        ledger = ChannelLedger.open(settings());
    }

    public void reopen(ChaincodeDefinition definition) {
        chaincode = definition;
        reopen();
    }

    public static Organisation organisation(String mspId) {
        return ORGANISATIONS.getOrDefault(mspId, ORDERERS);
    }

    public static Credential peer(String mspId) {
        return PEERS.getOrDefault(mspId, ORDERER).identity();
    }

    public static Credential client(String mspId) {
        return CLIENTS.getOrDefault(mspId, ORDERER.identity());
    }

    public static ByteString identity(String mspId, Credential credential) {
        return SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(ByteString.copyFromUtf8(credential.certificatePem()))
                .build()
                .toByteString();
    }

    public Member member(String mspId, Credential credential) {
        return ledger.membership().find(identity(mspId, credential)).orElseThrow();
    }

    /** A simulation on a peer, for that organisation's client. */
    public Simulation simulate(String mspId) {
        return ledger.simulate(new SimulationRequest("tx", mspId, member(mspId, client(mspId))));
    }

    /** Runs on the first peer and has the named organisations endorse it. */
    public TestTransaction endorse(Consumer<Simulation> run, String... mspIds) {
        Simulation simulation = simulate(mspIds[0]);
        run.accept(simulation);
        SimulationResult result = simulation.finish();
        TestTransaction transaction = new TestTransaction(result.readWriteSet()).endorsedBy(mspIds);
        result.privateWrites().ifPresent(writes -> ledger.retain(transaction.txId(), writes));
        return transaction;
    }

    /** Runs on the first organisation's peer, endorsed by a majority. */
    public TestTransaction endorse(Consumer<Simulation> run) {
        return endorse(run, ONE, TWO);
    }

    public Block commit(TestTransaction... transactions) {
        return ledger.commit(
                Stream.of(transactions).map(TestTransaction::envelope).toList());
    }

    /** Commits one block and gives the codes of its transactions. */
    public List<TxValidationCode> codes(TestTransaction... transactions) {
        return codes(commit(transactions));
    }

    public List<TxValidationCode> codes(Envelope... envelopes) {
        return codes(ledger.commit(Arrays.asList(envelopes)));
    }

    public static List<TxValidationCode> codes(Block block) {
        List<TxValidationCode> codes = new ArrayList<>();
        for (byte code : block.getMetadata().getMetadata(2).toByteArray()) {
            codes.add(TxValidationCode.forNumber(Byte.toUnsignedInt(code)));
        }
        return codes;
    }

    /** Commits a block of one transaction that writes these keys and values, in turn. */
    public void put(String... keysAndValues) {
        requireValid(endorse(simulation -> {
            for (int i = 0; i < keysAndValues.length; i += 2) {
                simulation.put(keysAndValues[i], ByteString.copyFromUtf8(keysAndValues[i + 1]));
            }
        }));
    }

    /** Commits a block of one transaction that writes this value to a collection. */
    public void putPrivate(String collection, String key, String value) {
        requireValid(endorse(simulation -> simulation.putPrivate(collection, key, ByteString.copyFromUtf8(value))));
    }

    private void requireValid(TestTransaction transaction) {
        if (codes(transaction).get(0) != TxValidationCode.VALID) {
            throw new IllegalStateException("the write was not valid");
        }
    }

    /** The names of the files on the disk that hold these letters. */
    public List<String> filesWith(String text) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                    names.add(String.valueOf(file.getFileName()));
                }
            }
        }
        return names;
    }

    public static ReadWriteSet.OfNamespace ofChaincode(ByteString readWriteSet) {
        try {
            return ReadWriteSet.parse(readWriteSet).namespaces().stream()
                    .filter(namespace -> namespace.namespace().equals(CHAINCODE))
                    .findFirst()
                    .orElseThrow();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        ledger.close();
    }

    private static SortedMap<String, Organisation> organisations(String... mspIds) {
        SortedMap<String, Organisation> organisations = new TreeMap<>();
        for (String mspId : mspIds) {
            organisations.put(mspId, Organisation.create(mspId, mspId.toLowerCase(Locale.ROOT) + ".example", CLOCK));
        }
        return organisations;
    }

    private static FabricMSPConfig msp(Organisation organisation) {
        try {
            Path folder = Files.createTempDirectory("msp");
            MspFolder.of(organisation).write(folder);
            return Msp.load(organisation.mspId(), folder).configuration();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
