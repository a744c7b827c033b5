package io.provenant.network.container;

import io.provenant.network.standalone.identity.Member;
import io.provenant.network.standalone.identity.MemberFolder;
import io.provenant.network.standalone.story.Gateway;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;

/** The gateway of a member in a container, with its settings in a folder that it can only read. */
final class GatewayContainer {

    private static final int PORT = 8080;

    private GatewayContainer() {}

    /**
     * A gateway's container, not started yet.
     *
     * @param people what it is given as {@code /etc/provenant}
     * @param peer host and port of its peer, as the container sees them
     * @param tlsRoot the root that the peer proves itself by, a PEM file
     * @param network embedded or fabric
     */
    static HardenedContainer of(
            MemberFolder people, String peer, Path tlsRoot, HostIssuer issuer, String channel, String network)
            throws IOException {
        Member member = people.member();
        Path folder = people.people();
        Files.copy(tlsRoot, folder.resolve("peer-root.pem"));
        Files.writeString(
                folder.resolve("application.yaml"),
                String.format(
                        Locale.ROOT,
                        """
                        provenant:
                          organisation: { party-id: %s, msp-id: %s }
                          market: { channel: %s, network: %s }
                          peer: { endpoint: "%s", tls-roots: /etc/provenant/peer-root.pem }
                          people:
                            file: /etc/provenant/people.json
                            folder: /etc/provenant
                            gateway-subject: %s-gateway
                          tokens: { issuer: "%s", jwk-set-uri: "http://issuer.example:%d/jwks" }
                        """,
                        member.partyId(),
                        member.mspId(),
                        channel,
                        network,
                        peer,
                        member.name(),
                        issuer.url(),
                        issuer.keysPort()));
        letTheContainersUserRead(folder);
        return new HardenedContainer(EngineImages.GATEWAY, PORT)
                .withFolder(folder, "/etc/provenant")
                .withVolume("/var/provenant")
                .withExtraHost("issuer.example", HardenedContainer.HOST);
    }

    // On a production machine the files belong to the container's user; who runs tests can seldom give them away.
    private static void letTheContainersUserRead(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            }
        }
    }

    /** The gateway as its clients see it. */
    static Gateway client(HardenedContainer container, HttpClient http, HostIssuer issuer) {
        return new Gateway(http, "http://127.0.0.1:" + container.localPort(), issuer.tokens()::of);
    }
}
