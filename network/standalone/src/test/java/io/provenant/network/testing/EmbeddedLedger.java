package io.provenant.network.testing;

import io.grpc.BindableService;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.provenant.network.embedded.node.EmbeddedNode;
import io.provenant.network.embedded.node.SettingsFile;
import io.provenant.network.identity.MspFolder;
import io.provenant.network.identity.Node;
import io.provenant.network.identity.Organisation;
import io.provenant.network.identity.TlsFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The embedded node with its chaincodes in this JVM, reached over TCP and TLS as real peers are. */
final class EmbeddedLedger implements RunningLedger {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1");
    private static final int MESSAGE_LIMIT_BYTES = 100 * 1024 * 1024;
    private static final String ORDERER = "OrdererMSP";

    private final Path folder;
    private final SortedMap<String, Organisation> organisations;
    private final EmbeddedNode node;

    private EmbeddedLedger(Path folder, SortedMap<String, Organisation> organisations, EmbeddedNode node) {
        this.folder = folder;
        this.organisations = organisations;
        this.node = node;
    }

    static RunningLedger up(LedgerSpec spec, Path folder) {
        SortedMap<String, Organisation> organisations = new TreeMap<>();
        Map<String, BindableService> chaincodes = new TreeMap<>();
        for (String mspId : spec.mspIds()) {
            Organisation organisation = Organisation.create(mspId, LedgerSpec.domain(mspId), Clock.systemUTC());
            write(folder, organisation, organisation.peer("peer0", LOOPBACK));
            organisations.put(mspId, organisation);
            chaincodes.put(mspId, spec.code().inProcess());
        }
        Organisation orderer = Organisation.create(ORDERER, "orderer.example", Clock.systemUTC());
        write(folder, orderer, orderer.orderer("orderer", LOOPBACK));
        try {
            EmbeddedNode node = EmbeddedNode.start(SettingsFile.parse(settings(spec), folder), chaincodes);
            return new EmbeddedLedger(folder, organisations, node);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the embedded node", e);
        }
    }

    private static void write(Path folder, Organisation organisation, Node node) {
        Path place = folder.resolve(organisation.mspId());
        MspFolder.of(organisation).write(place.resolve("msp"), node.identity());
        TlsFolder.write(place.resolve("tls"), node.tls(), organisation.tlsAuthority());
    }

    private static String settings(LedgerSpec spec) {
        List<String> organisations = new ArrayList<>();
        for (String mspId : spec.mspIds()) {
            organisations.add(String.format(
                    Locale.ROOT,
                    "{\"mspId\": \"%s\", \"mspDir\": \"%1$s/msp\", \"peer\": {\"host\": \"127.0.0.1\", \"port\": 0}}",
                    mspId));
        }
        return String.format(
                Locale.ROOT,
                """
                {"v": 1, "channel": "%s", "dataDir": "data", "organisations": [%s],
                "orderer": {"mspId": "%s", "mspDir": "%3$s/msp", "host": "127.0.0.1", "port": 7050},
                "chaincodes": [{"name": "%s", "version": "1", "sequence": 1, "policy": "%s", "collections": %s,
                "addresses": []}], "executeTimeoutMs": %d}
                """,
                spec.channel(),
                String.join(", ", organisations),
                ORDERER,
                spec.code().chaincode(),
                spec.endorsementPolicy(),
                spec.code().collections(spec.mspIds()).orElse("[]"),
                TestLedger.EXECUTE_TIMEOUT.toMillis());
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
        return folder.resolve(mspId).resolve("tls/ca.crt");
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
    public void close() {
        node.close();
    }
}
