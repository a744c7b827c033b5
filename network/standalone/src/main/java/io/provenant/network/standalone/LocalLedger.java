package io.provenant.network.standalone;

import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.provenant.contract.CodeDigest;
import io.provenant.contract.ProvenantChaincode;
import io.provenant.network.embedded.msp.PolicyText;
import io.provenant.network.embedded.node.ChaincodeSettings;
import io.provenant.network.embedded.node.EmbeddedNode;
import io.provenant.network.embedded.node.HostPort;
import io.provenant.network.embedded.node.NodeSettings;
import io.provenant.network.embedded.node.OrdererSettings;
import io.provenant.network.embedded.node.OrganisationSettings;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import io.provenant.network.standalone.identity.MemberFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The embedded node with the chaincode of each organisation, under the policy that two founding organisations endorse. */
final class LocalLedger implements AutoCloseable {

    static final String CHANNEL = "market-1";
    static final String CHAINCODE = "provenant";

    private static final String VERSION = "0.1.0";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int ORDERER_PORT = 7050; // named in the channel's configuration; nothing listens there

    private final EmbeddedNode node;

    private LocalLedger(EmbeddedNode node) {
        this.node = node;
    }

    /** Starts the node; {@code members.get(0)}'s organisation orders. */
    static LocalLedger start(Path folder, List<MemberFolder> members) {
        List<OrganisationSettings> organisations = members.stream()
                .map(member ->
                        new OrganisationSettings(member.member().mspId(), member.peerMsp(), new HostPort(LOOPBACK, 0)))
                .toList();
        MemberFolder operator = members.get(0);
        OrdererSettings orderer = new OrdererSettings(
                operator.member().mspId(), operator.ordererMsp(), new HostPort(LOOPBACK, ORDERER_PORT));
        NodeSettings settings =
                NodeSettings.of(CHANNEL, folder, organisations, orderer, ChaincodeSettings.of(definition(members)));
        TreeMap<String, BindableService> chaincodes = new TreeMap<>();
        members.forEach(member -> chaincodes.put(member.member().mspId(), chaincode()));
        try {
            return new LocalLedger(EmbeddedNode.start(settings, chaincodes));
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger did not start in " + folder, e);
        }
    }

    /** A connection to an organisation's peer; whoever asks for it shuts it down. */
    ManagedChannel connect(String mspId) {
        return InProcessChannelBuilder.forName(node.inProcess(mspId))
                .maxInboundMessageSize(Integer.MAX_VALUE)
                .build();
    }

    private static ChaincodeDefinition definition(List<MemberFolder> members) {
        String peers = members.stream()
                .map(member -> "'" + member.member().mspId() + ".peer'")
                .collect(Collectors.joining(", "));
        return ChaincodeDefinition.of(CHAINCODE, VERSION)
                .withEndorsementPolicy(PolicyText.parse("OutOf(2, " + peers + ")"));
    }

    // One object an organisation, as each has a process of its own on a real network.
    private static BindableService chaincode() {
        return new ProvenantChaincode(CHAINCODE + "_" + VERSION, CodeDigest.ofRunningCode()).asService();
    }

    @Override
    public void close() {
        node.close();
    }
}
