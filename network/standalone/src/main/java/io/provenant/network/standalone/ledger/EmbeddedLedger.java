package io.provenant.network.standalone.ledger;

import io.grpc.BindableService;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.provenant.network.embedded.node.EmbeddedNode;
import io.provenant.network.embedded.node.SettingsFile;
import io.provenant.network.fabric.FabricNetwork;
import io.provenant.network.fabric.MemberSettings;
import io.provenant.network.identity.Organisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The embedded node with its chaincode in this JVM, reached over TCP and TLS as real peers are. */
final class EmbeddedLedger implements RunningLedger {

    private static final int MESSAGE_LIMIT_BYTES = 100 * 1024 * 1024;
    private static final MemberSettings ORDERER = new MemberSettings("OrdererMSP", "orderer.example");

    private final EmbeddedIdentities identities;
    private final SortedMap<String, Organisation> organisations;
    private final EmbeddedNode node;

    private EmbeddedLedger(
            EmbeddedIdentities identities, SortedMap<String, Organisation> organisations, EmbeddedNode node) {
        this.identities = identities;
        this.organisations = organisations;
        this.node = node;
    }

    static RunningLedger up(LedgerSpec spec, Path folder) {
        if (spec.codes().size() != 1) {
            throw new IllegalArgumentException(
                    "the embedded node runs one chaincode, not " + spec.codes().size());
        }
        LedgerCode code = spec.codes().get(0);
        EmbeddedIdentities identities = new EmbeddedIdentities(folder.resolve("organisations"));
        SortedMap<String, Organisation> organisations = new TreeMap<>();
        Map<String, BindableService> chaincodes = new TreeMap<>();
        for (MemberSettings member : spec.members()) {
            organisations.put(member.mspId(), identities.member(member));
            chaincodes.put(member.mspId(), code.inProcess());
        }
        identities.orderer(ORDERER);
        try {
            EmbeddedNode node = EmbeddedNode.start(SettingsFile.parse(settings(spec, code), folder), chaincodes);
            return new EmbeddedLedger(identities, organisations, node);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded node did not start in " + folder, e);
        }
    }

    private static String settings(LedgerSpec spec, LedgerCode code) {
        List<String> members = new ArrayList<>();
        for (String mspId : spec.mspIds()) {
            members.add(String.format(Locale.ROOT, """
                    {"mspId": "%s", "mspDir": "organisations/%1$s/msp", "peer": {"host": "127.0.0.1", "port": 0}}
                    """, mspId));
        }
        return String.format(
                Locale.ROOT,
                """
                {"v": 1, "channel": "%s", "dataDir": "data", "organisations": [%s],
                "orderer": {"mspId": "%s", "mspDir": "organisations/%3$s/msp", "host": "127.0.0.1", "port": 7050},
                "chaincodes": [{"name": "%s", "version": "%s", "sequence": 1, "policy": "%s", "collections": %s,
                "addresses": []}], "executeTimeoutMs": %d}
                """,
                spec.channel(),
                String.join(", ", members),
                ORDERER.mspId(),
                code.chaincode(),
                code.version(),
                spec.endorsementPolicy(),
                code.collections(spec.mspIds()).orElse("[]"),
                spec.executeTimeout().toMillis());
    }

    @Override
    public Organisation organisation(String mspId) {
        return Objects.requireNonNull(organisations.get(mspId), mspId);
    }

    @Override
    public String address(String mspId) {
        return node.address(mspId).toString();
    }

    @Override
    public Path tlsRoot(String mspId) {
        return identities.tlsRoot(mspId);
    }

    @Override
    public ManagedChannel connect(String mspId) {
        try {
            return Grpc.newChannelBuilder(
                            address(mspId),
                            TlsChannelCredentials.newBuilder()
                                    .trustManager(tlsRoot(mspId).toFile())
                                    .build())
                    .maxInboundMessageSize(MESSAGE_LIMIT_BYTES)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + tlsRoot(mspId), e);
        }
    }

    @Override
    public void stopPeer(String mspId) {
        node.stopPeer(mspId);
    }

    @Override
    public void startPeer(String mspId) {
        try {
            node.startPeer(mspId);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the peer of " + mspId, e);
        }
    }

    @Override
    public Optional<FabricNetwork> processes() {
        return Optional.empty();
    }

    @Override
    public void close() {
        node.close();
    }
}
