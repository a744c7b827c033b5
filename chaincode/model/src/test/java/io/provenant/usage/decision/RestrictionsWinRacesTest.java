package io.provenant.usage.decision;

import static io.provenant.testing.CareMarket.CENTER;
import static io.provenant.testing.CareMarket.GRANT;
import static io.provenant.testing.CareMarket.LUMEN;
import static io.provenant.testing.CareMarket.ORBIT;
import static io.provenant.testing.CareMarket.VERSION;
import static io.provenant.testing.CareMarket.uuid;
import static io.provenant.testing.SmallMarket.json;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Result;
import io.provenant.dispatch.Write;
import io.provenant.ledger.Read;
import io.provenant.ledger.Role;
import io.provenant.testing.CareMarket;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random schedules in which restrictions commit between a decision's endorsement and its commit. A peer
 * rejects the decision when something it read has changed, ranges included; so a decision that commits is the one that
 * would be made now, and a permit that a restriction takes away never commits after it.
 */
class RestrictionsWinRacesTest {

    private static final long SEED = 20_260_511;
    private static final int SCHEDULES = 2_500;
    private static final TestGrant ONE = new TestGrant(uuid(0xc09), 1);
    private static final TestGrant UNRELATED = new TestGrant(uuid(0xc0a), 4);
    private static final String OF_ONE = uuid(0xa09);
    private static final String MODEL = uuid(0xa0a);
    private static final String AGGREGATE = uuid(0xa0b);
    private static final List<String> LISTED = List.of(LUMEN, CENTER, ORBIT, "pty-verity");

    private final CareMarket care = new CareMarket();
    private final SmallMarket market = care.market();
    private final SortedMap<String, String> base = new TreeMap<>();
    private final Random random = new Random(SEED);
    private int n;

    @BeforeEach
    void versions_of_all_kinds_and_entries_about_to_be_published() {
        care.give(ONE.body());
        care.give(UNRELATED.body());
        care.publish(CareMarket.version(OF_ONE, CareMarket.ASSET, CENTER)
                .withObjects("consents", List.of(CareMarket.binding(ONE.consentId(), 0))));
        care.declare(CareMarket.asset("ast-model", CENTER).with("structure", "MODEL"));
        care.publish(CareMarket.child(MODEL, "ast-model", CENTER, CareMarket.edge(VERSION)));
        care.publish(CareMarket.version(AGGREGATE, CareMarket.ASSET, CENTER));
        care.set("AVR!" + AGGREGATE, "identifiability", new JsonString("AGGREGATED"));
        for (String member : List.of(LUMEN, ORBIT)) {
            market.put("PTG!" + member, "{\"groupId\":\"grp-g\",\"rev\":1}");
            market.put("GRP!grp-g!" + member, "{\"groupId\":\"grp-g\",\"partyId\":\"" + member + "\",\"rev\":1}");
        }
        for (String party : LISTED) {
            noticed(party, "pty-assoc", "SELF_REGULATORY");
            noticed(party, "pty-cac", "STATUTORY");
        }
        base.putAll(market.state().values());
    }

    @Test
    void a_decision_that_commits_is_the_one_that_would_be_made_now() {
        int overtaken = 0;
        int undisturbed = 0;
        for (int schedule = 0; schedule < SCHEDULES; schedule++) {
            rewind();
            String which = "seed " + SEED + ", schedule " + schedule;
            JsonObject request = asked();
            Result.Success endorsed = endorse(request);
            JsonObject decision = decision(endorsed);
            SortedMap<String, String> before = new TreeMap<>(market.state().values());

            String restriction = restrict(endorsed);

            boolean rejected = conflicts(endorsed.reads(), before);
            JsonObject now = decision(endorse(request));
            if (rejected) {
                overtaken += permits(decision) && !sameTerms(decision, now) ? 1 : 0;
            } else {
                assertThat(now).as("%s: %s", which, restriction).isEqualTo(decision);
                undisturbed++;
            }
            assertThat(conflictsInEvidence(decision, before))
                    .as("%s: the reads that are kept show it: %s", which, restriction)
                    .isEqualTo(rejected);
        }
        assertThat(overtaken)
                .as("permits that a restriction took away or bound")
                .isGreaterThan(SCHEDULES / 10);
        assertThat(undisturbed)
                .as("decisions about other matters that still commit")
                .isGreaterThan(SCHEDULES / 20);
    }

    private JsonObject asked() {
        String consumer = random.nextInt(4) == 0 ? CENTER : LUMEN;
        List<String> versions = new ArrayList<>();
        for (String version : List.of(VERSION, OF_ONE, MODEL, AGGREGATE)) {
            if (random.nextInt(3) == 0) {
                versions.add(version);
            }
        }
        if (versions.isEmpty()) {
            versions.add(VERSION);
        }
        JsonObject request = care.request(consumer, versions.toArray(String[]::new))
                .with("deliveryMode", random.nextInt(4) == 0 ? "RAW_FILE" : "TEE");
        care.ask(request);
        return request;
    }

    private Result.Success endorse(JsonObject request) {
        JsonObject body = JsonObject.empty().with("requestId", request.text("requestId"));
        market.inTransaction("f".repeat(64));
        return (Result.Success) market.endorse(request.text("consumerId"), Role.CONSUMER_OFFICER, "usage:decide", body);
    }

    private String restrict(Result.Success decision) {
        int kind = random.nextInt(9);
        switch (kind) {
            case 0, 1 ->
                command(decision, CENTER, Role.CONTROLLER_DPO, "consent:withdraw", GRANT.withdrawal(random.nextInt(5)));
            case 2 -> command(decision, CENTER, Role.CONTROLLER_DPO, "consent:withdraw", ONE.withdrawal(0));
            case 3 -> command(decision, CENTER, Role.CONTROLLER_DPO, "consent:withdraw", UNRELATED.withdrawal(1));
            case 4, 5 -> publish(decision);
            case 6 ->
                care.add("PTL!" + pick(LISTED) + "!A", "bans", json("{\"banId\":\"ban-1\",\"untilMs\":1803859200000}"));
            case 7 ->
                care.add(
                        "PTL!" + pick(LISTED) + "!X",
                        "suspensions",
                        json("{\"byParty\":\"pty-exchange\",\"refId\":\"sus-1\",\"untilMs\":1803859200000}"));
            default -> other();
        }
        return "restriction " + kind;
    }

    private void other() {
        switch (random.nextInt(4)) {
            case 0 ->
                care.set(
                        "CNS!" + pick(List.of(GRANT.consentId(), ONE.consentId(), UNRELATED.consentId())),
                        "state",
                        new JsonString("INVALIDATED"));
            case 1 ->
                care.set(
                        "AVR!" + pick(List.of(VERSION, OF_ONE, MODEL, AGGREGATE)),
                        "state",
                        new JsonString("SUSPENDED"));
            case 2 -> {
                market.put(
                        "RST!stop-1",
                        "{\"categoryRootCodes\":[],\"modeCodes\":[],\"purposeCodes\":[],"
                                + "\"regionCodes\":[],\"rev\":1,\"sectorCodes\":[],\"state\":\"ACTIVE\",\"untilMs\":1803859200000}");
                care.set("RHD!CN_PIPL", "stopIds", texts("stop-1"));
            }
            default -> market.put("GRP!grp-g!pty-new" + random.nextInt(3), "{\"partyId\":\"pty-new\",\"rev\":1}");
        }
    }

    private void publish(Result.Success decision) {
        boolean association = random.nextBoolean();
        String issuer = association ? "pty-assoc" : "pty-cac";
        String party = pick(LISTED);
        Role role = association ? Role.ASSOCIATION_OFFICER : Role.REGULATOR_OFFICER;
        command(decision, issuer, role, "list:publish", publication(party, issuer));
    }

    // It commits at the first try: nothing that it reads is written by the decision that races it.
    private void command(Result.Success decision, String party, Role role, String name, JsonObject body) {
        Result.Success restriction = market.accept(party, role, name, body);
        List<String> written = decision.writes().stream()
                .map(write -> ((Write.Put) write).key())
                .toList();
        assertThat(restriction.reads().stream().flatMap(read -> read.keys().stream()))
                .as(name)
                .doesNotContainAnyElementsOf(written);
    }

    private void noticed(String party, String issuer, String kind) {
        String id = entryId(party, issuer);
        market.put(
                "LEN!" + id,
                json("{\"answerDueMs\":1772416800000,\"basisCode\":\"STATUTE\",\"colour\":\"BLACK\","
                                + "\"documents\":[],\"effect\":\"DENY\",\"evidenceCommits\":[],\"measureCodes\":[],"
                                + "\"noticeServedMs\":1772323200000,\"proposerPerson\":\"proposer1\",\"rev\":2,"
                                + "\"sectorCodes\":[\"health\"],\"severity\":\"SERIOUS\",\"state\":\"NOTICED\","
                                + "\"violationIds\":[],\"visibility\":\"PUBLIC\"}")
                        .with("issuerId", issuer)
                        .with("listKind", kind)
                        .with("partyId", party)
                        .with("createdMs", 1_772_323_200_000L)
                        .with("effectiveMs", 1_772_323_200_000L)
                        .with("createdTx", "e".repeat(64))
                        .canonical());
        boolean association = issuer.equals("pty-assoc");
        String approver = association ? "pty-cac" : "pty-assoc";
        Role role = association ? Role.REGULATOR_OFFICER : Role.ASSOCIATION_OFFICER;
        JsonObject body = publication(party, issuer);
        market.approved(approver, SmallMarket.PERSON, role, "LEN!" + id, "list:publish", body);
    }

    private static JsonObject publication(String party, String issuer) {
        String approver = issuer.equals("pty-assoc") ? "pty-cac" : "pty-assoc";
        return json("{\"rev\":2}").with("entryId", entryId(party, issuer)).withTexts("approverIds", List.of(approver));
    }

    private static String entryId(String party, String issuer) {
        return uuid(0x1e0 + LISTED.indexOf(party) * 2L + (issuer.equals("pty-assoc") ? 0 : 1));
    }

    private void rewind() {
        market.state().values().clear();
        market.state().values().putAll(base);
        market.at(CareMarket.START_MS + ++n);
    }

    private String pick(List<String> items) {
        return items.get(random.nextInt(items.size()));
    }

    private boolean conflicts(List<Read> reads, SortedMap<String, String> before) {
        return reads.stream().map(Read::json).anyMatch(read -> changed(read, before));
    }

    private boolean conflictsInEvidence(JsonObject decision, SortedMap<String, String> before) {
        return decision.objects("reads").stream().anyMatch(read -> changed(read, before));
    }

    // What a peer compares at commit: the version of a key, and the rows of a range read once more.
    private boolean changed(JsonObject read, SortedMap<String, String> before) {
        SortedMap<String, String> after = market.state().values();
        if (!read.has("from")) {
            String key = read.text("key");
            return !Objects.equals(before.get(key), after.get(key));
        }
        return !rows(read, before).equals(rows(read, after));
    }

    private static List<String> rows(JsonObject read, SortedMap<String, String> state) {
        return state.subMap(read.text("from"), read.text("to")).entrySet().stream()
                .limit(read.integer("atMost") + 1)
                .map(row -> row.getKey() + "=" + row.getValue())
                .toList();
    }

    private static JsonObject decision(Result.Success endorsed) {
        return endorsed.writes().stream()
                .map(write -> (Write.Put) write)
                .filter(put -> put.key().startsWith("DEC!"))
                .map(put -> StrictJsonReader.parseObject(put.value()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean permits(JsonObject decision) {
        return decision.text("outcome").equals("PERMIT");
    }

    private static boolean sameTerms(JsonObject one, JsonObject other) {
        return one.without("reads").equals(other.without("reads"));
    }
}
