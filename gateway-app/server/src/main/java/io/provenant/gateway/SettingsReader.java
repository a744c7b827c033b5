package io.provenant.gateway;

import io.provenant.gateway.GatewaySettings.Database;
import io.provenant.gateway.GatewaySettings.LogPlace;
import io.provenant.gateway.GatewaySettings.Market;
import io.provenant.gateway.GatewaySettings.Network;
import io.provenant.gateway.GatewaySettings.Ordering;
import io.provenant.gateway.GatewaySettings.Organisation;
import io.provenant.gateway.GatewaySettings.Peer;
import io.provenant.gateway.GatewaySettings.People;
import io.provenant.gateway.GatewaySettings.Tokens;
import io.provenant.gateway.ledger.fabric.PeerChannel;
import io.provenant.merkle.LogOrigin;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which setting is called what. */
final class SettingsReader {

    private static final List<String> PURPOSES = List.of("trade", "lineage");

    private final Settings settings;

    SettingsReader(Settings settings) {
        this.settings = settings;
    }

    GatewaySettings read(boolean channelHandedIn) {
        Organisation organisation =
                new Organisation(settings.text("organisation.party-id"), settings.text("organisation.msp-id"));
        return new GatewaySettings(
                organisation,
                market(),
                peer(channelHandedIn),
                new People(
                        settings.path("people.file"),
                        settings.path("people.folder"),
                        settings.text("people.gateway-subject")),
                tokens(organisation),
                settings.path("data-dir"),
                settings.path("master-key-file"),
                database(),
                settings.list("logs", "origin", prefix -> log(prefix, organisation)));
    }

    private Market market() {
        return new Market(
                settings.text("market.channel"),
                settings.text("market.chaincode"),
                settings.oneOf("market.network", Network.class, Network.FABRIC),
                settings.oneOf("market.ordering", Ordering.class, Ordering.RAFT),
                settings.texts("market.collections"),
                settings.texts("market.attesters"),
                settings.parsed("market.attest-at-least", SettingsReader::count, 2));
    }

    private Optional<Peer> peer(boolean channelHandedIn) {
        Optional<String> endpoint = settings.optional("peer.endpoint");
        Optional<Path> tlsRoots = settings.optionalPath("peer.tls-roots");
        Optional<String> authority = settings.optional("peer.authority");
        Optional<PeerChannel.ClientCertificate> client = clientCertificate();
        if (channelHandedIn) {
            return Optional.empty();
        }
        URI parsed = settings.parsed("peer.endpoint", SettingsReader::endpoint, URI.create("//localhost:1"));
        return endpoint.map(text -> new Peer(
                parsed.getHost(),
                parsed.getPort(),
                tlsRoots.orElseGet(() -> settings.path("peer.tls-roots")),
                authority,
                client));
    }

    private Optional<PeerChannel.ClientCertificate> clientCertificate() {
        Optional<Path> certificate = settings.optionalPath("peer.client-certificate");
        Optional<Path> key = settings.optionalPath("peer.client-key");
        if (certificate.isPresent() != key.isPresent()) {
            settings.problem("provenant.peer.client-certificate and provenant.peer.client-key are set both or neither");
        }
        return certificate.flatMap(file -> key.map(its -> new PeerChannel.ClientCertificate(file, its)));
    }

    private Tokens tokens(Organisation organisation) {
        return new Tokens(
                settings.parsed("tokens.issuer", SettingsReader::url, URI.create("http://localhost")),
                settings.optional("tokens.audience").orElse(organisation.partyId()),
                settings.optional("tokens.jwk-set-uri")
                        .map(text -> settings.parsed("tokens.jwk-set-uri", SettingsReader::url, URI.create(""))));
    }

    private Optional<Database> database() {
        Optional<String> url = settings.optional("database.url");
        Optional<String> user = settings.optional("database.user");
        Optional<String> password = settings.optional("database.password");
        url.filter(text -> !text.startsWith("jdbc:postgresql:"))
                .ifPresent(text -> settings.problem("provenant.database.url starts with jdbc:postgresql:"));
        return url.map(text -> new Database(text, user.orElse("provenant"), password.orElse("")));
    }

    private LogPlace log(String prefix, Organisation organisation) {
        LogOrigin nowhere = new LogOrigin("log.example/none/pty-none/trade-0");
        LogOrigin origin = settings.parsed(prefix + "origin", LogOrigin::new, nowhere);
        if (!PURPOSES.contains(origin.purpose())) {
            settings.problem("provenant." + prefix + "origin: this version takes in logs of " + PURPOSES + ", not of "
                    + origin.purpose());
        }
        if (!origin.equals(nowhere) && !origin.ownerId().equals(organisation.partyId())) {
            settings.problem("provenant." + prefix + "origin: a log of " + origin.ownerId() + " is not written by "
                    + organisation.partyId());
        }
        return new LogPlace(origin, settings.path(prefix + "key-file"));
    }

    private static int count(String text) {
        if (!text.matches("[1-9][0-9]?")) {
            throw new IllegalArgumentException("expected a number from 1 to 99, found \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    private static URI endpoint(String text) {
        URI uri = URI.create("//" + text);
        if (uri.getHost() == null || uri.getPort() < 1) {
            throw new IllegalArgumentException("expected host:port, found \"" + text + "\"");
        }
        return uri;
    }

    private static URI url(String text) {
        URI uri = URI.create(text);
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("expected a URL, found \"" + text + "\"");
        }
        return uri;
    }
}
