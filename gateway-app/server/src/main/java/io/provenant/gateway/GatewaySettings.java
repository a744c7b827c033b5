package io.provenant.gateway;

import io.provenant.gateway.ledger.fabric.PeerChannel;
import io.provenant.merkle.LogOrigin;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * All that an operator sets; each name is explained in {@code application.yaml}.
 *
 * @param dataDir where the gateway keeps the log, the vault and its own database
 * @param masterKeyFile the key of the vault, which lies outside {@code dataDir}
 * @param database where desk and index are kept; absent: a PostgreSQL of its own under {@code dataDir}
 * @param peer the organisation's own peer; absent where the caller hands in a channel
 */
public record GatewaySettings(
        Organisation organisation,
        Market market,
        Optional<Peer> peer,
        People people,
        Tokens tokens,
        Path dataDir,
        Path masterKeyFile,
        Optional<Database> database,
        List<LogPlace> logs) {

    /** Copies the logs in. */
    public GatewaySettings {
        logs = List.copyOf(logs);
    }

    /** Whose gateway this is. */
    public record Organisation(String partyId, String mspId) {}

    /**
     * Which ledger, and what it can prove.
     *
     * @param collections the private collections that this organisation is a member of, beside its own
     * @param attesters MSPs that are asked for attestations; empty: whom the chaincode's policy asks for
     * @param attestAtLeast how many of them must have signed
     */
    public record Market(
            String channel,
            String chaincode,
            Network network,
            Ordering ordering,
            List<String> collections,
            List<String> attesters,
            int attestAtLeast) {

        /** Copies the lists in. */
        public Market {
            collections = List.copyOf(collections);
            attesters = List.copyOf(attesters);
        }

        /** What such a network cannot prove or prevent, for people. */
        List<String> warnings() {
            return Stream.of(network.warning(), ordering.warning())
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** What stands behind the channel. */
    public enum Network {
        /** A node in one process that holds every organisation's keys. */
        EMBEDDED("embedded node: one process holds every organisation's keys, so nothing here proves anything between"
                + " organisations"),
        /** Peers and orderers of Hyperledger Fabric. */
        FABRIC("");

        private final String warning;

        Network(String warning) {
            this.warning = warning;
        }

        Optional<String> warning() {
            return Optional.of(warning).filter(text -> !text.isEmpty());
        }
    }

    /** Who orders transactions. */
    public enum Ordering {
        /** One process. */
        SOLO("one process orders: its operator can delay or leave out anything, restrictions included"),
        /** Crash fault tolerant. */
        RAFT("Raft orders: the leader's operator can delay a restriction against itself; BFT with several operators"
                + " prevents that"),
        /** Byzantine fault tolerant. */
        BFT("");

        private final String warning;

        Ordering(String warning) {
            this.warning = warning;
        }

        Optional<String> warning() {
            return Optional.of(warning).filter(text -> !text.isEmpty());
        }
    }

    /**
     * The peer to talk to.
     *
     * @param tlsRoots PEM file of the roots that its certificate chains to
     * @param authority the host name in its certificate, where that is not the endpoint's
     * @param client the gateway's own TLS certificate, where the peer asks for one
     */
    public record Peer(
            String host,
            int port,
            Path tlsRoots,
            Optional<String> authority,
            Optional<PeerChannel.ClientCertificate> client) {}

    /**
     * Who works here.
     *
     * @param folder role certificates as {@code <alias>/<role>.pem} and {@code .key}
     * @param gatewaySubject the entry of the people file that the gateway itself acts as: anchoring, ticks, attesting
     */
    public record People(Path file, Path folder, String gatewaySubject) {}

    /**
     * Which tokens are accepted (OpenID Connect, RFC 7519).
     *
     * @param jwkSetUri the issuer's keys; absent: as its discovery document says
     */
    public record Tokens(URI issuer, String audience, Optional<URI> jwkSetUri) {}

    /** A PostgreSQL database; its schemas {@code desk} and {@code index_N} are the gateway's. */
    public record Database(String url, String user, String password) {}

    /**
     * A log that this organisation writes.
     *
     * @param keyFile 64 hex digits, the seed of the log's Ed25519 key; drawn at the first start
     */
    public record LogPlace(LogOrigin origin, Path keyFile) {}

    /** Reads the settings; {@link SettingsException} names all that is missing, malformed or unknown. */
    public static GatewaySettings read(ConfigurableEnvironment environment, boolean channelHandedIn) {
        Settings settings = new Settings(environment);
        GatewaySettings read = new SettingsReader(settings).read(channelHandedIn);
        List<String> problems = settings.problems();
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return read;
    }
}
