package io.provenant.network.gateway;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.GatewayApp;
import io.provenant.gateway.GatewayParts;
import io.provenant.ledger.Role;
import io.provenant.network.identity.CredentialFolder;
import io.provenant.network.identity.MspFolder;
import io.provenant.network.standalone.identity.Member;
import io.provenant.network.standalone.issuer.DevelopmentIssuer;
import io.provenant.network.standalone.issuer.IssuedPerson;
import io.provenant.network.standalone.story.Gateway;
import io.provenant.network.standalone.story.Tokens;
import io.provenant.network.testing.Actor;
import io.provenant.network.testing.TestLedger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The gateways of the three founders, each on its own peer of a ledger, with one PostgreSQL and one issuer for all. */
public final class RunningGateways implements AutoCloseable {

    private final TestLedger ledger;
    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final DevelopmentIssuer issuer;
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, GatewayApp> apps = new TreeMap<>();
    private final Tokens tokens;
    private final HttpClient http = HttpClient.newHttpClient();

    RunningGateways(TestLedger ledger, Path folder) throws IOException, SQLException {
        this(ledger, folder, EmbeddedPostgres.start());
    }

    /** On a database that the caller has started; it is closed with the gateways. */
    public RunningGateways(TestLedger ledger, Path folder, EmbeddedPostgres postgres) throws IOException, SQLException {
        this.ledger = ledger;
        this.folder = folder;
        this.postgres = postgres;
        this.issuer = DevelopmentIssuer.start(freePort(), people());
        this.tokens = new Tokens(http, issuer.url(), secrets);
        for (Member member : Member.all()) {
            write(member);
            MspFolder.of(ledger.organisation(member.mspId())).write(folder.resolve(member.name() + "/msp"));
            try (Connection database = postgres.getPostgresDatabase().getConnection()) {
                database.createStatement().execute("CREATE DATABASE " + member.name());
            }
            start(member);
        }
    }

    /** The gateway of an organisation as a client sees it. */
    public Gateway of(String member) {
        return at(app(member).url().toString());
    }

    /** A gateway that runs elsewhere, for the same people. */
    public Gateway at(String url) {
        return new Gateway(http, url, tokens::of);
    }

    GatewayApp app(String member) {
        return java.util.Objects.requireNonNull(apps.get(member), member);
    }

    /** A token for the command line. */
    Path token(String login) throws IOException {
        return Files.writeString(folder.resolve(login + ".token"), tokens.of(login));
    }

    /** The public MSP folder of an organisation. */
    Path msp(String member) {
        return folder.resolve(member + "/msp");
    }

    /** Stops a gateway; gives the settings with which a process of its own goes on. */
    public Map<String, Object> handOver(String member) {
        app(member).close();
        apps.remove(member);
        Member who = Member.all().stream()
                .filter(one -> one.name().equals(member))
                .findFirst()
                .orElseThrow();
        Map<String, Object> settings = settings(who);
        settings.put("provenant.peer.endpoint", ledger.address(who.mspId()));
        settings.put("provenant.peer.tls-roots", ledger.tlsRoot(who.mspId()));
        settings.put("provenant.database.url", postgres.getJdbcUrl("postgres", member));
        settings.put("provenant.database.user", "postgres");
        settings.put("provenant.database.password", "postgres");
        return settings;
    }

    /** Stops a gateway and starts it again on the same folder and database. */
    void restart(String member) {
        app(member).close();
        Member.all().stream().filter(one -> one.name().equals(member)).forEach(this::start);
    }

    private void start(Member member) {
        GatewayParts parts = GatewayParts.none()
                .withChannel(ledger.connection(member.mspId()))
                .withDatabase(postgres.getDatabase("postgres", member.name()));
        apps.put(member.name(), GatewayApp.start(settings(member), parts));
    }

    private Map<String, Object> settings(Member member) {
        Path place = folder.resolve(member.name());
        Map<String, Object> settings = new TreeMap<>();
        settings.put("provenant.organisation.party-id", member.partyId());
        settings.put("provenant.organisation.msp-id", member.mspId());
        settings.put("provenant.market.channel", ledger.channel());
        settings.put("provenant.market.chaincode", ledger.chaincode());
        settings.put("provenant.market.network", ledger.kind().network());
        settings.put("provenant.market.ordering", ledger.kind().ordering());
        settings.put("provenant.people.file", place.resolve("people.json"));
        settings.put("provenant.people.folder", place.resolve("people"));
        settings.put("provenant.people.gateway-subject", member.name() + "-gateway");
        settings.put("provenant.tokens.issuer", issuer.url());
        settings.put("provenant.data-dir", place.resolve("data"));
        settings.put("provenant.master-key-file", place.resolve("keys/master"));
        settings.put("server.port", 0);
        int number = 0;
        for (String purpose : List.of("trade", "lineage")) {
            settings.put("provenant.logs[" + number + "].origin", origin(member.partyId(), purpose));
            settings.put("provenant.logs[" + number + "].key-file", place.resolve("keys/" + purpose));
            number++;
        }
        return settings;
    }

    /** The name of a log of an organisation. */
    public String origin(String partyId, String purpose) {
        return "ledger.example/" + ledger.channel() + "/" + partyId + "/" + purpose + "-0";
    }

    private void write(Member member) throws IOException {
        Path place = folder.resolve(member.name());
        List<JsonObject> rows = new ArrayList<>();
        for (Member.Colleague colleague : member.colleagues()) {
            String alias = alias(colleague.subject());
            for (Role role : colleague.roles()) {
                CredentialFolder.write(
                        place.resolve("people").resolve(alias),
                        role.code(),
                        ledger.credential(new Actor(member.mspId(), role.code(), member.partyId(), alias)));
            }
            rows.add(JsonObject.empty()
                    .with("subject", colleague.subject())
                    .with("alias", alias)
                    .withTexts(
                            "roles", colleague.roles().stream().map(Role::code).toList()));
        }
        Files.writeString(
                place.resolve("people.json"),
                JsonObject.empty().with("v", 1).withObjects("people", rows).canonical());
    }

    private List<IssuedPerson> people() {
        List<IssuedPerson> all = new ArrayList<>();
        for (Member member : Member.all()) {
            for (Member.Colleague colleague : member.colleagues()) {
                secrets.put(colleague.subject(), "secret-of-" + colleague.subject());
                all.add(new IssuedPerson(colleague.subject(), "secret-of-" + colleague.subject(), member.partyId()));
            }
        }
        return all;
    }

    private static String alias(String subject) {
        String letters = subject.replaceAll("[^a-z0-9]", "");
        return letters.substring(0, Math.min(32, letters.length()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        apps.values().forEach(GatewayApp::close);
        issuer.close();
        postgres.close();
    }
}
