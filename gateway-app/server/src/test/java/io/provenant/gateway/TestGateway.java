package io.provenant.gateway;

import com.nimbusds.jose.JOSEException;
import io.provenant.anchor.TradeLog;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.api.IndexRebuilding;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Role;
import io.provenant.testing.SmallMarket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The exchange's gateway, running, over a ledger in memory; requests are real HTTP. */
final class TestGateway implements AutoCloseable {

    static final String ORIGIN = "ledger.example/market-1/pty-exchange/trade-0";
    static final String LINEAGE = "ledger.example/market-1/pty-exchange/lineage-0";
    static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(1_772_416_800_000L), ZoneOffset.UTC);
    private static final String PEOPLE = """
            {"v":1,"people":[
             {"subject":"officer","alias":"officer00000","roles":["exchange.officer"]},
             {"subject":"compliance","alias":"compliance00","roles":["exchange.compliance"]},
             {"subject":"gateway","alias":"gateway00000","roles":["log.operator","host.gateway"]},
             {"subject":"dpo","alias":"dpo000000000","roles":["controller.dpo","controller.app"]},
             {"subject":"admin","alias":"admin0000000","roles":["org.admin"]},
             {"subject":"trainee","alias":"trainee00000","roles":[]}]}
            """;

    final SmallMarket market = new SmallMarket();
    final MemoryIndex index = new MemoryIndex(market.state());
    final MemoryLedger ledger;
    final MemoryDesk desk;
    final TestIssuer issuer;
    final GatewayApp app;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable OpenApiContract contract;
    private final IndexRebuilding rebuilding = new IndexRebuilding() {
        private boolean isRunning;

        @Override
        public boolean begin() {
            boolean begins = !isRunning;
            isRunning = true;
            return begins;
        }

        @Override
        public OptionalLong blocks() {
            return isRunning ? OptionalLong.of(0) : OptionalLong.empty();
        }
    };

    /** An answer. */
    record Answer(int status, JsonObject json, HttpResponse<byte[]> response) {

        List<String> codes() {
            return json.texts("codes");
        }

        String type() {
            return json.text("type").replace("urn:pvn:problem:", "");
        }
    }

    TestGateway(Path folder) throws IOException, JOSEException {
        market.party("pty-exchange", PartyRole.EXCHANGE, PartyRole.CONTROLLER, PartyRole.PROVIDER);
        market.party("pty-cac", PartyRole.REGULATOR);
        ledger = new MemoryLedger(market.state(), index, "pty-exchange", SmallMarket.mspId("pty-exchange"), CLOCK);
        desk = new MemoryDesk(ledger);
        issuer = new TestIssuer();
        Files.writeString(folder.resolve("people.json"), PEOPLE);
        app = GatewayApp.start(settings(folder), GatewayParts.none().withClock(CLOCK), context -> {
            context.registerBean(MemoryLedger.class, () -> ledger);
            context.registerBean(MemoryIndex.class, () -> index);
            context.registerBean(MemoryDesk.class, () -> desk);
            context.registerBean(IndexRebuilding.class, () -> rebuilding);
        });
    }

    private Map<String, Object> settings(Path folder) {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("provenant.organisation.party-id", "pty-exchange");
        settings.put("provenant.organisation.msp-id", SmallMarket.mspId("pty-exchange"));
        settings.put("provenant.market.channel", "market-1");
        settings.put("provenant.market.network", "embedded");
        settings.put("provenant.peer.endpoint", "localhost:7051");
        settings.put("provenant.peer.tls-roots", "unused.pem");
        settings.put("provenant.people.file", folder.resolve("people.json"));
        settings.put("provenant.people.folder", folder.resolve("people"));
        settings.put("provenant.people.gateway-subject", "gateway");
        settings.put("provenant.tokens.issuer", issuer.url());
        settings.put("provenant.tokens.jwk-set-uri", issuer.url() + "/keys");
        settings.put("provenant.data-dir", folder.resolve("data"));
        settings.put("provenant.master-key-file", folder.resolve("master.key"));
        settings.put("provenant.logs[0].origin", ORIGIN);
        settings.put("provenant.logs[0].key-file", folder.resolve("trade.key"));
        settings.put("provenant.logs[1].origin", LINEAGE);
        settings.put("provenant.logs[1].key-file", folder.resolve("lineage.key"));
        settings.put("server.port", 0);
        return settings;
    }

    /** Opens a log on the ledger under the key that lies at the gateway. */
    void openLog(String origin, String purpose) {
        String key = get("gateway", "/api/v1/logs").json().objects("items").stream()
                .filter(log -> log.text("origin").equals(origin))
                .map(log -> log.text("publicKey"))
                .findFirst()
                .orElseThrow();
        JsonObject body = TradeLog.opening(origin, purpose, key);
        market.approved("pty-cac", "regulator000", Role.REGULATOR_OFFICER, "LOG!" + origin, "log:open", body);
        Answer opened = command("gateway", "log:open", body);
        if (opened.status() != 201) {
            throw new AssertionError(opened.json().canonical());
        }
    }

    Answer command(String subject, String command, JsonObject body) {
        return post(
                subject,
                "/api/v1/commands/" + command.replace(':', '/'),
                "application/json",
                JsonObject.of("body", body).canonical());
    }

    Answer get(String subject, String path) {
        return send(request(subject, path).GET());
    }

    Answer post(String subject, String path, String contentType, String body) {
        return send(request(subject, path)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String subject, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(app.url() + path));
        return subject.isEmpty() ? request : request.header("Authorization", "Bearer " + issuer.token(subject));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            contract().check(response);
            return new Answer(
                    response.statusCode(),
                    isJson ? StrictJsonReader.parseWithAnyNames(response.body()) : JsonObject.empty(),
                    response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The document that the gateway serves; every answer is held against it. */
    synchronized OpenApiContract contract() {
        if (contract == null) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(app.url() + "/api/v1/openapi.json"))
                    .build();
            try {
                contract = new OpenApiContract(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return contract;
    }

    @Override
    public void close() {
        app.close();
        issuer.close();
    }
}
