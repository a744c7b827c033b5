package io.provenant.usage.decision;

import static io.provenant.testing.CareMarket.uuid;
import static io.provenant.testing.SmallMarket.json;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.consent.ConsentBodies;
import io.provenant.ledger.PartyRole;
import io.provenant.testing.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A market of random parties, assets, grants and versions, put into the state by hand, so that there is everything which
 * commands would refuse as well; and random requests for it. The same seed gives the same world.
 */
final class RandomWorld {

    static final long NOW_MS = 1_772_416_800_000L;

    private static final long DAY_MS = 86_400_000;
    private static final int PARTIES = 5;
    private static final int ASSETS = 3;
    private static final int GRANTS = 5;
    private static final int VERSIONS = 5;
    private static final List<String> PURPOSES = List.of(
            "pvn:AIModelTraining", "dpv:TargetedAdvertising", "dpv:PersonalisedAdvertising", "pvn:Reidentification");
    private static final List<String> CATEGORIES =
            List.of("pd:Age", "pd:HealthRecord", "pd:PhysicalHealth", "pvn:Iris", "pvn:WeatherGrid");
    private static final List<String> SECTORS = List.of("health", "mobility", "weather");

    private final Random random;
    private final SmallMarket market = new SmallMarket().at(NOW_MS);
    private int requests;

    RandomWorld(long seed) {
        this.random = new Random(seed);
        market.party("pty-exchange", PartyRole.EXCHANGE);
        for (int i = 0; i < PARTIES; i++) {
            party(party(i));
        }
        for (int i = 0; i < ASSETS; i++) {
            asset("ast-" + i);
        }
        for (int i = 0; i < GRANTS; i++) {
            grant(grant(i));
        }
        for (int i = 0; i < VERSIONS; i++) {
            version(version(i));
        }
    }

    SmallMarket market() {
        return market;
    }

    Random random() {
        return random;
    }

    static String party(int i) {
        return "pty-p" + i;
    }

    static String grant(int i) {
        return uuid(0xc00 + i);
    }

    static String version(int i) {
        return uuid(0xa00 + i);
    }

    /** A random request; every second one fits the first grant of one version, so that some are permitted. */
    JsonObject request() {
        JsonObject any = anything();
        JsonObject version = market.stored("AVR!" + pick(versions()));
        if (random.nextInt(4) == 0 || version.objects("consents").isEmpty()) {
            return any;
        }
        JsonObject grant =
                market.stored("CNS!" + version.objects("consents").get(0).text("consentId"));
        List<String> covered = new ArrayList<>(grant.texts("recipientIds"));
        covered.add(grant.text("controllerId"));
        String consumer = pick(covered);
        return any.with("consumerId", consumer)
                .withTexts("recipientIds", List.of(consumer))
                .withTexts("assetVersionIds", List.of(version.text("id")))
                .with("purposeCode", grant.text("purposeCode"))
                .withTexts("ops", List.of("dpv:Analyse"))
                .with("region", "CN");
    }

    private JsonObject anything() {
        requests++;
        return json("{\"contextCode\":\"MEDICAL_DIAGNOSIS\",\"environmentCode\":\"TEE_1\",\"fieldCodes\":[\"age_band\"],"
                        + "\"outputIdentifiability\":\"DEIDENTIFIED\",\"recordCount\":10,\"retentionDays\":30,"
                        + "\"reviews\":[],\"roleCode\":\"MODEL_TRAINER\",\"scenarioCode\":\"AI_TRAINING\"}")
                .with("requestId", uuid(0xe00 + requests))
                .with("consumerId", party(random.nextInt(PARTIES)))
                .withTexts("recipientIds", some(parties(), 1))
                .withTexts("assetVersionIds", atLeastOne(versions()))
                .with("purposeCode", rarely() ? "pvn:Reidentification" : pick(PURPOSES))
                .withTexts("ops", atLeastOne(List.of("dpv:Analyse", "dpv:Disseminate", "dpv:Share"), 4))
                .with("deliveryMode", pick(List.of("API_RESULT", "RAW_FILE", "TEE")))
                .with("region", rarely() ? "DE" : "CN")
                .with("outputForm", pick(List.of("AGGREGATE", "ANSWER", "MODEL", "ROW")))
                .with("automatedDecision", random.nextBoolean())
                .with("useCount", 1 + random.nextInt(9))
                .withTexts("regimes", rarely() ? List.of("CN_DSL") : List.of());
    }

    private void party(String id) {
        market.party(id, PartyRole.CONSUMER, PartyRole.PROVIDER, PartyRole.CONTROLLER);
        if (rarely()) {
            market.put(
                    "PTY!" + id,
                    market.stored("PTY!" + id).with("state", "EXITED").canonical());
        }
        JsonObject head = market.stored("PTL!" + id + "!A");
        if (rarely()) {
            head = head.withObjects(
                    "bans", List.of(json("{\"banId\":\"ban-1\"}").with("untilMs", sometime())));
        }
        if (rarely()) {
            head = head.withObjects(
                    "suspensions",
                    List.of(json("{\"byParty\":\"pty-cac\",\"refId\":\"sus-1\"}")
                            .with("untilMs", sometime())));
        }
        market.put("PTL!" + id + "!A", head.canonical());
        if (rarely()) {
            market.put(
                    "PTL!" + id + "!L",
                    market.stored("PTL!" + id + "!L")
                            .withObjects("marks", List.of(mark(id)))
                            .canonical());
        }
        if (rarely()) {
            market.put("PTG!" + id, "{\"groupId\":\"grp-g\",\"rev\":1}");
            market.put("GRP!grp-g!" + id, "{\"groupId\":\"grp-g\",\"partyId\":\"" + id + "\",\"rev\":1}");
        }
    }

    private JsonObject mark(String id) {
        return json("{\"severity\":\"SERIOUS\"}")
                .with("refId", "len-" + id)
                .with("kind", pick(List.of("BLACK", "BLACK", "RED", "WATCH")))
                .with("listKind", pick(List.of("SELF_REGULATORY", "STATUTORY")))
                .with("issuerId", pick(List.of("pty-assoc", "pty-other")))
                .with("effect", pick(List.of("DENY", "DENY", "NONE", "REVIEW")))
                .withTexts("sectorCodes", some(SECTORS, 2))
                .with("untilMs", sometime());
    }

    private void asset(String id) {
        JsonObject asset = json("{\"nationalGrade\":\"GENERAL\",\"rev\":1,\"sensitiveRoots\":[]}")
                .with("ownerId", pick(parties()))
                .with("sectorCode", pick(SECTORS))
                .with("state", rarely() ? "RETIRED" : "DECLARED")
                .with("structure", rarely() ? "MODEL" : "STRUCTURED")
                .with("containsMinors", false)
                .withTexts("dataCategories", atLeastOne(CATEGORIES));
        market.put("AST!" + id, asset.canonical());
    }

    private void grant(String id) {
        int size = random.nextBoolean() ? 1 : 100;
        JsonObject grant = ConsentBodies.grant()
                .without("consentId", "sensitiveRoot")
                .with("rev", 1)
                .with("controllerId", pick(parties()))
                .withTexts("recipientIds", some(parties(), 3))
                .with("purposeCode", pick(PURPOSES))
                .with("consentKind", rarely() ? "GENERAL" : "SEPARATE")
                .withTexts("dataCategories", random.nextBoolean() ? CATEGORIES : atLeastOne(CATEGORIES))
                .with("state", rarely() ? "REVOKED" : "GIVEN")
                .with("crossBorder", random.nextBoolean())
                .with("onwardAllowed", random.nextBoolean())
                .with("publicationAllowed", random.nextBoolean())
                .with("validUntilMs", rarely() ? NOW_MS : NOW_MS + DAY_MS * random.nextInt(1, 300))
                .with(
                        "population",
                        json("{\"memberRoot\":\"" + "0".repeat(64) + "\"}").with("size", size));
        market.put("CNS!" + id, grant.canonical());
        long generation = random.nextInt(3);
        market.put(
                "CNH!" + id,
                JsonObject.empty().with("generation", generation).with("rev", 1).canonical());
        for (long g = 1; g <= generation; g++) {
            market.put(
                    "CNG!" + id + "!00000" + g,
                    JsonObject.empty()
                            .with("oldestMs", longAgo())
                            .with("rev", 1)
                            .canonical());
        }
        if (random.nextInt(2) == 0) {
            withdraw(id, longAgo(), 0);
        }
    }

    /** A withdrawal as the command writes it. */
    void withdraw(String grant, long ms, int member) {
        String index = "000000000000000" + member;
        market.put("REM!" + grant + "!" + index, "{\"pathCode\":\"KEY\",\"rev\":1}");
        market.put(
                "REV!" + grant + "!" + ms + "!" + index,
                JsonObject.empty().with("effectiveMs", ms).with("rev", 1).canonical());
    }

    private void version(String id) {
        List<String> assets = atLeastOne(assets());
        List<JsonObject> bindings = new ArrayList<>();
        for (String grant : random.nextInt(3) == 0 ? some(grants(), 2) : List.of(pick(grants()))) {
            long head = market.stored("CNH!" + grant).integer("generation");
            bindings.add(
                    JsonObject.empty().with("consentId", grant).with("generation", random.nextInt((int) head + 1)));
        }
        JsonObject version = json("{\"containsMinors\":false,\"depth\":0,\"parents\":[],\"protectionLevel\":\"L1\","
                        + "\"rev\":1,\"sensitiveRoots\":[]}")
                .with("assetId", pick(assets))
                .withTexts("assetIds", assets)
                .with("ownerId", pick(parties()))
                .with("identifiability", pick(List.of("AGGREGATED", "DEIDENTIFIED", "DEIDENTIFIED", "NON_PERSONAL")))
                .withTexts("dataCategories", atLeastOne(CATEGORIES))
                .with("retainUntilMs", rarely() ? NOW_MS : NOW_MS + DAY_MS * random.nextInt(1, 300))
                .with("state", rarely() ? "SUPERSEDED" : "AVAILABLE")
                .with("consents", JsonArray.ofObjects(bindings));
        market.put("AVR!" + id, version.canonical());
    }

    private long sometime() {
        return random.nextInt(3) == 0 ? NOW_MS - 1 : NOW_MS + DAY_MS;
    }

    private long longAgo() {
        return NOW_MS - DAY_MS * random.nextInt(0, 40);
    }

    private boolean rarely() {
        return random.nextInt(16) == 0;
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** Each item with a chance of one in {@code of}. */
    private List<String> some(List<String> items, int of) {
        return items.stream().filter(item -> random.nextInt(of + 1) == 0).toList();
    }

    private List<String> atLeastOne(List<String> items) {
        return atLeastOne(items, 2);
    }

    private List<String> atLeastOne(List<String> items, int of) {
        List<String> some = some(items, of);
        return some.isEmpty() ? List.of(pick(items)) : some;
    }

    private static List<String> parties() {
        return IntStream.range(0, PARTIES).mapToObj(RandomWorld::party).toList();
    }

    private static List<String> assets() {
        return IntStream.range(0, ASSETS).mapToObj(i -> "ast-" + i).toList();
    }

    private static List<String> grants() {
        return IntStream.range(0, GRANTS).mapToObj(RandomWorld::grant).toList();
    }

    private static List<String> versions() {
        return IntStream.range(0, VERSIONS).mapToObj(RandomWorld::version).toList();
    }
}
