package io.provenant.network.container;

import io.provenant.network.embedded.node.EmbeddedNode;
import io.provenant.network.embedded.node.SettingsFile;
import io.provenant.network.identity.MspFolder;
import io.provenant.network.identity.Node;
import io.provenant.network.identity.Organisation;
import io.provenant.network.identity.TlsFolder;
import io.provenant.network.standalone.identity.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The embedded node on this machine as containers use it: they serve its chaincode and connect to its gateways. */
final class HostNode implements AutoCloseable {

    static final String CHANNEL = "market";

    private static final String ORDERER = "OrdererMSP";

    private final Path folder;
    private final Map<String, Organisation> organisations;
    private final EmbeddedNode node;

    private HostNode(Path folder, Map<String, Organisation> organisations, EmbeddedNode node) {
        this.folder = folder;
        this.organisations = organisations;
        this.node = node;
    }

    /** Starts it; each member's chaincode is served at its port on loopback. */
    static HostNode start(Path folder, Map<Member, Integer> chaincodePorts) throws IOException {
        Map<String, Organisation> organisations = new TreeMap<>();
        for (Member member : chaincodePorts.keySet()) {
            Organisation organisation = Organisation.create(member.mspId(), member.domain(), Clock.systemUTC());
            organisations.put(member.mspId(), organisation);
            write(folder, organisation, organisation.peer("peer0", List.of("127.0.0.1")));
        }
        Organisation orderer = Organisation.create(ORDERER, "orderer.example", Clock.systemUTC());
        write(folder, orderer, orderer.orderer("orderer", List.of()));
        return new HostNode(
                folder, organisations, EmbeddedNode.start(SettingsFile.parse(settings(chaincodePorts), folder)));
    }

    private static void write(Path folder, Organisation organisation, Node node) {
        Path place = folder.resolve(organisation.mspId());
        MspFolder.of(organisation).write(place.resolve("msp"), node.identity());
        TlsFolder.write(place.resolve("tls"), node.tls(), organisation.tlsAuthority());
    }

    private static String settings(Map<Member, Integer> chaincodePorts) {
        return String.format(
                Locale.ROOT,
                """
                {"v": 1, "channel": "%s", "dataDir": "data",
                "organisations": [%s],
                "orderer": {"mspId": "%s", "mspDir": "%3$s/msp", "host": "127.0.0.1", "port": 7050},
                "chaincodes": [{"name": "provenant", "version": "1", "sequence": 1, "policy": "OutOf(2, %s)",
                "collections": [], "addresses": [%s]}]}
                """,
                CHANNEL,
                each(
                        chaincodePorts,
                        "{\"mspId\": \"%s\", \"mspDir\": \"%1$s/msp\", \"peer\": {\"host\": \"0.0.0.0\", \"port\": 0}}"),
                ORDERER,
                each(chaincodePorts, "'%s.peer'"),
                each(chaincodePorts, "{\"mspId\": \"%s\", \"host\": \"127.0.0.1\", \"port\": %d}"));
    }

    private static String each(Map<Member, Integer> chaincodePorts, String format) {
        return chaincodePorts.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, format, entry.getKey().mspId(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    Organisation organisation(Member member) {
        return Objects.requireNonNull(organisations.get(member.mspId()), member.name());
    }

    /** Where a member's peer listens, on every interface of this machine. */
    int port(Member member) {
        return node.address(member.mspId()).port();
    }

    Path tlsRoot(Member member) {
        return folder.resolve(member.mspId()).resolve("tls/ca.crt");
    }

    @Override
    public void close() {
        node.close();
    }
}
