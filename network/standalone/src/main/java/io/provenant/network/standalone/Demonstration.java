package io.provenant.network.standalone;

import io.grpc.ManagedChannel;
import io.provenant.contract.CodeDigest;
import io.provenant.gateway.log.SeedLogKey;
import io.provenant.network.standalone.identity.MemberFolder;
import io.provenant.network.standalone.story.Gateway;
import io.provenant.network.standalone.story.HeldTransactions;
import io.provenant.network.standalone.story.Load;
import io.provenant.network.standalone.story.Narrator;
import io.provenant.network.standalone.story.Stage;
import io.provenant.network.standalone.story.Story;
import io.provenant.network.standalone.story.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The story on a standalone market: its gateways by REST, and what a cheat would use besides. */
final class Demonstration {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataFolder folder;
    private final Market market;
    private final Optional<Path> lineage;
    private final Clock clock;

    /**
     * A demonstration.
     *
     * @param lineage a folder of OpenLineage events, if somebody has one
     */
    Demonstration(DataFolder folder, Market market, Optional<Path> lineage, Clock clock) {
        this.folder = folder;
        this.market = market;
        this.lineage = lineage;
        this.clock = clock;
    }

    /** Tells the story; how many steps held. */
    int tell(PrintStream out) {
        Narrator narrator = new Narrator(out, clock);
        ManagedChannel connection =
                market.ledger().running().connect(exchange().member().mspId());
        try {
            new Story(new Stage(gateways(), narrator, clock, MarketLedger.CHANNEL), props(connection)).tell();
        } finally {
            connection.shutdownNow();
        }
        return narrator.steps();
    }

    /** Puts load on the market, once its parties and data are there and the trust file is written. */
    void load(PrintStream out, Consumer<Load> use) {
        ManagedChannel connection =
                market.ledger().running().connect(exchange().member().mspId());
        Story.Props props = props(connection);
        Stage stage = new Stage(gateways(), new Narrator(out, clock), clock, MarketLedger.CHANNEL);
        try (Load load = Load.on(stage, props)) {
            use.accept(load);
        } finally {
            connection.shutdownNow();
        }
    }

    private Map<String, Gateway> gateways() {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        Tokens tokens = new Tokens(http, market.issuer(), market.secrets().byLogin());
        Map<String, Gateway> gateways = new TreeMap<>();
        market.gateways()
                .forEach((name, app) ->
                        gateways.put(name, new Gateway(http, app.url().toString(), tokens::of)));
        return gateways;
    }

    private Story.Props props(ManagedChannel connection) {
        HeldTransactions client = HeldTransactions.with(
                connection,
                exchange().member().mspId(),
                exchange().credential("exchange-gateway", "host.gateway"),
                MarketLedger.CHANNEL,
                MarketLedger.CHAINCODE);
        Path story = folder.story();
        return new Story.Props(
                story,
                lineage,
                GatewayOfMember.tradeOrigin(),
                GatewayOfMember.lineageOrigin(),
                new SeedLogKey(1, seed(GatewayOfMember.tradeKey(folder))),
                client,
                new CommandLineTool(),
                foundedTx -> RegulatorsTrust.write(story, market.members(), foundedTx, CodeDigest.ofRunningCode()),
                clock);
    }

    private MemberFolder exchange() {
        return market.member("exchange");
    }

    private static byte[] seed(Path file) {
        try {
            return HexFormat.of()
                    .parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
