package io.provenant.network.embedded.testing;

import com.google.protobuf.ByteString;
import io.grpc.BindableService;
import io.provenant.network.embedded.msp.PolicyText;
import io.provenant.network.embedded.node.ChaincodeSettings;
import io.provenant.network.embedded.node.HostPort;
import io.provenant.network.embedded.node.NodeSettings;
import io.provenant.network.embedded.node.OrdererSettings;
import io.provenant.network.embedded.node.OrganisationSettings;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.MspFolder;
import io.provenant.network.identity.Node;
import io.provenant.network.identity.Organisation;
import io.provenant.network.identity.TlsFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.CollectionPolicyConfig;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/** A channel of three organisations and an orderer, with their folders on disk. */
public final class TestChannel {

    public static final String NAME = "probe-channel";
    public static final String CHAINCODE = "probe";
    public static final String ALPHA = "AlphaMSP";
    public static final String BETA = "BetaMSP";
    public static final String GAMMA = "GammaMSP";

    private static final List<String> NAMES = List.of("127.0.0.1", "localhost");

    private final Path folder;
    private final SortedMap<String, Organisation> organisations = new TreeMap<>();
    private final Organisation orderer = Organisation.create("OrdererMSP", "orderer.example", Clock.systemUTC());

    private TestChannel(Path folder) {
        this.folder = folder;
        for (String mspId : List.of(ALPHA, BETA, GAMMA)) {
            String domain = mspId.substring(0, mspId.length() - 3).toLowerCase(Locale.ROOT) + ".example";
            organisations.put(mspId, Organisation.create(mspId, domain, Clock.systemUTC()));
        }
    }

    /** New organisations, their peers' and the orderer's folders written below the given one. */
    public static TestChannel create(Path folder) {
        TestChannel channel = new TestChannel(folder);
        channel.organisations.values().forEach(member -> channel.write(member, member.peer("peer0", NAMES)));
        channel.write(channel.orderer, channel.orderer.orderer("orderer0", NAMES));
        return channel;
    }

    private void write(Organisation organisation, Node node) {
        Path place = folder.resolve(organisation.mspId());
        MspFolder.of(organisation).write(place.resolve("msp"), node.identity());
        TlsFolder.write(place.resolve("tls"), node.tls(), organisation.tlsAuthority());
    }

    public Path folder() {
        return folder;
    }

    public Organisation organisation(String mspId) {
        return Objects.requireNonNull(organisations.get(mspId));
    }

    /** The usual settings: two of three endorse, two collections, any ports. */
    public NodeSettings settings() {
        return settings(ChaincodeSettings.of(definition()));
    }

    public NodeSettings settings(ChaincodeSettings chaincode) {
        List<OrganisationSettings> members = organisations.keySet().stream()
                .map(mspId -> new OrganisationSettings(
                        mspId, folder.resolve(mspId).resolve("msp"), new HostPort("127.0.0.1", 0)))
                .toList();
        OrdererSettings ordering = new OrdererSettings(
                orderer.mspId(), folder.resolve(orderer.mspId()).resolve("msp"), new HostPort("127.0.0.1", 7050));
        return NodeSettings.of(NAME, folder.resolve("data"), members, ordering, chaincode);
    }

    public static ChaincodeDefinition definition() {
        return ChaincodeDefinition.of(CHAINCODE, "1.0")
                .withEndorsementPolicy(
                        PolicyText.parse("OutOf(2, '" + ALPHA + ".peer', '" + BETA + ".peer', '" + GAMMA + ".peer')"))
                .withCollections(List.of(
                        collection("open", "OR('" + ALPHA + ".member', '" + BETA + ".member')", false),
                        collection("closed", "OR('" + BETA + ".member')", true)));
    }

    private static StaticCollectionConfig collection(String name, String members, boolean isClosed) {
        return StaticCollectionConfig.newBuilder()
                .setName(name)
                .setMemberOrgsPolicy(CollectionPolicyConfig.newBuilder().setSignaturePolicy(PolicyText.parse(members)))
                .setMemberOnlyRead(isClosed)
                .setMemberOnlyWrite(isClosed)
                .build();
    }

    /** A probe chaincode of each organisation's own, in this JVM. */
    public static Map<String, BindableService> probes() {
        Map<String, BindableService> probes = new TreeMap<>();
        for (String mspId : List.of(ALPHA, BETA, GAMMA)) {
            probes.put(mspId, new ProbeChaincode("probe:1").asService());
        }
        return probes;
    }

    /** A new client of an organisation. */
    public Credential client(String mspId) {
        return organisation(mspId).client("somebody", new TreeMap<>());
    }

    public static ByteString serialized(String mspId, Credential credential) {
        return SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(ByteString.copyFromUtf8(credential.certificatePem()))
                .build()
                .toByteString();
    }
}
