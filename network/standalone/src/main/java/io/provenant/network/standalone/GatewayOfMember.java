package io.provenant.network.standalone;

import io.provenant.network.standalone.identity.Member;
import io.provenant.network.standalone.identity.MemberFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The settings of an organisation's gateway, as an operator would write them into {@code application.yaml}. */
final class GatewayOfMember {

    private static final String LEDGER_NAME = "ledger.example";

    private GatewayOfMember() {}

    static Map<String, Object> settings(
            DataFolder folder, MarketLedger ledger, MemberFolder member, String issuer, String databaseUrl, int port) {
        Member who = member.member();
        Map<String, Object> settings = new TreeMap<>();
        settings.put("provenant.organisation.party-id", who.partyId());
        settings.put("provenant.organisation.msp-id", who.mspId());
        settings.put("provenant.market.channel", MarketLedger.CHANNEL);
        settings.put("provenant.market.chaincode", MarketLedger.CHAINCODE);
        settings.put("provenant.market.network", ledger.kind().network());
        settings.put("provenant.market.ordering", ledger.kind().ordering());
        settings.put("provenant.peer.endpoint", ledger.running().address(who.mspId()));
        settings.put(
                "provenant.peer.tls-roots",
                ledger.running().tlsRoot(who.mspId()).toString());
        settings.put("provenant.people.file", member.peopleFile().toString());
        settings.put("provenant.people.folder", member.people().toString());
        settings.put("provenant.people.gateway-subject", who.name() + "-gateway");
        settings.put("provenant.tokens.issuer", issuer);
        settings.put("provenant.data-dir", folder.gateway(who.name()).toString());
        settings.put(
                "provenant.master-key-file",
                folder.keys(who.name()).resolve("vault.key").toString());
        settings.put("provenant.database.url", databaseUrl);
        settings.put("provenant.database.user", "postgres");
        settings.put("provenant.database.password", "postgres");
        if (who.name().equals("exchange")) {
            log(settings, 0, tradeOrigin(), tradeKey(folder));
            log(settings, 1, lineageOrigin(), folder.keys(who.name()).resolve("lineage-0.seed"));
        }
        settings.put("server.port", port);
        return settings;
    }

    /** The exchange's log of trade records. */
    static String tradeOrigin() {
        return origin("trade-0");
    }

    /** The exchange's log of lineage events. */
    static String lineageOrigin() {
        return origin("lineage-0");
    }

    /** The seed of the trade log's key. */
    static Path tradeKey(DataFolder folder) {
        return folder.keys("exchange").resolve("trade-0.seed");
    }

    private static String origin(String place) {
        return LEDGER_NAME + "/" + MarketLedger.CHANNEL + "/pty-exchange/" + place;
    }

    private static void log(Map<String, Object> settings, int number, String origin, Path key) {
        settings.put("provenant.logs[" + number + "].origin", origin);
        settings.put("provenant.logs[" + number + "].key-file", key.toString());
    }
}
