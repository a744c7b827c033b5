package io.provenant.usage.decision;

import static io.provenant.testing.CareMarket.GRANT;
import static io.provenant.testing.CareMarket.LUMEN;
import static io.provenant.testing.CareMarket.START_MS;
import static io.provenant.testing.CareMarket.uuid;
import static io.provenant.testing.SmallMarket.json;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.RecordedLedger;
import io.provenant.ruleset.RuleBook;
import io.provenant.testing.CareMarket;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestGrant;
import io.provenant.usage.UsageRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Random sets of causes for a refusal: each brings its own reasons, and removing one removes exactly these. */
class EveryCauseItsReasonTest {

    private static final long SEED = 20_260_302;
    private static final int ROUNDS = 400;
    private static final TestGrant ONE = new TestGrant(uuid(0xc09), 1);
    private static final String VERSION = uuid(0xa09);
    private static final String CST = GRANT.consentId();
    private static final String MARK = "{\"effect\":\"DENY\",\"kind\":\"BLACK\",\"sectorCodes\":[],"
            + "\"severity\":\"SERIOUS\",\"untilMs\":1803859200000}";

    private record Cause(String name, Consumer<CareMarket> apply, List<String> reasons) {}

    private final CareMarket care = new CareMarket();
    private final SmallMarket market = care.market();
    private final SortedMap<String, String> sound = new TreeMap<>();
    private final List<Cause> causes = new ArrayList<>();
    private JsonObject request = JsonObject.empty();

    @BeforeEach
    void a_version_of_two_grants_and_a_request_that_is_permitted() {
        care.give(ONE.body());
        care.publish(CareMarket.version(VERSION, CareMarket.ASSET, CareMarket.CENTER)
                .withObjects("consents", List.of(CareMarket.binding(CST, 0), CareMarket.binding(ONE.consentId(), 0))));
        request = care.request(LUMEN, VERSION);
        care.ask(request);
        market.put("GRP!grp-g!pty-lumen", "{\"partyId\":\"pty-lumen\",\"rev\":1}");
        market.put("GRP!grp-g!pty-orbit", "{\"partyId\":\"pty-orbit\",\"rev\":1}");
        market.put("PTG!pty-lumen", "{\"groupId\":\"grp-g\",\"rev\":1}");
        sound.putAll(market.state().values());
        aboutRulesAndParties();
        aboutDataAndConsents();
    }

    @Test
    void reasons_are_exactly_those_of_the_causes() {
        Random random = new Random(SEED);
        assertThat(judge(List.of())).isEmpty();
        for (int round = 0; round < ROUNDS; round++) {
            List<Cause> some =
                    causes.stream().filter(cause -> random.nextInt(3) == 0).toList();
            assertThat(judge(some)).as(which(round, some)).isEqualTo(reasons(some));
            for (Cause removed : some) {
                List<Cause> left =
                        some.stream().filter(cause -> !cause.equals(removed)).toList();
                if (random.nextInt(4) == 0) {
                    assertThat(judge(left))
                            .as("without %s: %s", removed.name(), which(round, left))
                            .isEqualTo(reasons(left));
                }
            }
        }
    }

    @Test
    void each_cause_alone_is_enough_and_they_reach_every_code_of_these_rules() {
        for (Cause cause : causes) {
            assertThat(judge(List.of(cause)))
                    .as(cause.name())
                    .isEqualTo(reasons(List.of(cause)))
                    .isNotEmpty();
        }
        assertThat(causes.stream()
                        .flatMap(cause -> cause.reasons().stream())
                        .map(reason -> reason.split(" ", -1)[1])
                        .distinct())
                .containsExactlyInAnyOrder(
                        "RULESET_NONE",
                        "EMERGENCY_STOP",
                        "PARTY_NOT_ACTIVE",
                        "PARTY_BANNED",
                        "LIST_BLACK",
                        "LIST_REVIEW_NEEDED",
                        "LIST_GROUP_REVIEW",
                        "VERSION_STATE",
                        "RETENTION_PASSED",
                        "REVOCATION_OVERDUE",
                        "PURPOSE_NOT_GRANTED",
                        "PURPOSE_PROHIBITED",
                        "BASIS_MISSING",
                        "CONSENT_INVALID",
                        "CONSENT_EXPIRED",
                        "CONSENT_WITHDRAWN",
                        "SEPARATE_CONSENT",
                        "RECIPIENT",
                        "ONWARD_TRANSFER"); // REVOCATION_OPEN excludes REVOCATION_OVERDUE: UsableVersionsTest
    }

    private void aboutRulesAndParties() {
        causes.add(new Cause("regime", c -> ask("regimes", texts("EU_GDPR")), List.of("R01 RULESET_NONE EU_GDPR")));
        causes.add(new Cause(
                "stop",
                c -> {
                    c.market()
                            .put(
                                    "RST!stop-1",
                                    json("{\"categoryRootCodes\":[],\"modeCodes\":[\"TEE\"],"
                                                    + "\"purposeCodes\":[],\"regionCodes\":[],\"rev\":1,\"sectorCodes\":[],"
                                                    + "\"state\":\"ACTIVE\",\"untilMs\":1803859200000}")
                                            .canonical());
                    c.set("RHD!CN_DSL", "stopIds", texts("stop-1"));
                },
                List.of("R01 EMERGENCY_STOP stop-1")));
        causes.add(new Cause(
                "suspended",
                c -> c.add(
                        "PTL!pty-lumen!X",
                        "suspensions",
                        json("{\"byParty\":\"pty-exchange\",\"refId\":\"sus-1\"," + "\"untilMs\":1803859200000}")),
                List.of("R02 PARTY_NOT_ACTIVE pty-lumen")));
        causes.add(new Cause(
                "gone",
                c -> c.set("PTY!pty-medcenter", "state", new JsonString("EXITED")),
                List.of("R02 PARTY_NOT_ACTIVE pty-medcenter")));
        causes.add(new Cause(
                "banned",
                c -> c.add("PTL!pty-medcenter!A", "bans", json("{\"banId\":\"ban-1\",\"untilMs\":1803859200000}")),
                List.of("R03 PARTY_BANNED pty-medcenter")));
        causes.add(mark("black", "pty-medcenter", "STATUTORY", "pty-cac", "len-1", "R03 LIST_BLACK len-1"));
        causes.add(
                mark("watched", "pty-lumen", "SELF_REGULATORY", "pty-other", "len-2", "R03 LIST_REVIEW_NEEDED len-2"));
        causes.add(mark("sister", "pty-orbit", "STATUTORY", "pty-cac", "len-3", "R03 LIST_GROUP_REVIEW len-3"));
    }

    private void aboutDataAndConsents() {
        causes.add(avr("suspended version", "state", new JsonString("SUSPENDED"), "R04 VERSION_STATE " + VERSION));
        causes.add(new Cause(
                "retired asset",
                c -> c.set("AST!ast-med", "state", new JsonString("RETIRED")),
                List.of("R04 VERSION_STATE ast-med")));
        causes.add(avr("kept too long", "retainUntilMs", new JsonInteger(START_MS), "R04 RETENTION_PASSED " + VERSION));
        causes.add(new Cause(
                "overdue",
                c -> c.market()
                        .put(
                                "REV!" + CST + "!1770000000000!0000000000000001",
                                "{\"effectiveMs\":1770000000000,\"leafIndex\":1,\"rev\":1}"),
                List.of("R04 REVOCATION_OVERDUE " + CST)));
        causes.add(cns(
                "purpose", "purposeCode", new JsonString("dpv:ScientificResearch"), "R08 PURPOSE_NOT_GRANTED " + CST));
        causes.add(new Cause(
                "prohibited",
                c -> c.market().section("prohibitedPurposes", texts("pvn:AIModelTraining")),
                List.of("R08 PURPOSE_PROHIBITED")));
        causes.add(avr(
                "category", "dataCategories", texts("pd:HealthRecord", "pd:Purchase"), "R09 BASIS_MISSING " + VERSION));
        causes.add(cns("revoked", "state", new JsonString("REVOKED"), "R09 CONSENT_INVALID " + CST));
        causes.add(cns("expired", "validUntilMs", new JsonInteger(START_MS), "R09 CONSENT_EXPIRED " + CST));
        causes.add(new Cause(
                "withdrawn",
                c -> c.market().put("REM!" + ONE.consentId() + "!0000000000000000", "{\"rev\":1}"),
                List.of("R09 CONSENT_WITHDRAWN " + ONE.consentId())));
        causes.add(cns("bundled", "consentKind", new JsonString("GENERAL"), "R10 SEPARATE_CONSENT " + CST));
        causes.add(new Cause(
                "recipient",
                c -> ask("recipientIds", texts("pty-exchange", "pty-lumen")),
                List.of("R19 RECIPIENT " + CST, "R19 RECIPIENT " + ONE.consentId())));
        causes.add(new Cause(
                "passed on",
                c -> ask("ops", texts("dpv:Analyse", "dpv:Share")),
                List.of("R19 ONWARD_TRANSFER " + CST, "R19 ONWARD_TRANSFER " + ONE.consentId())));
    }

    private Cause avr(String name, String member, JsonValue value, String reason) {
        return new Cause(name, c -> c.set("AVR!" + VERSION, member, value), List.of(reason));
    }

    private Cause cns(String name, String member, JsonValue value, String reason) {
        return new Cause(name, c -> c.set("CNS!" + CST, member, value), List.of(reason));
    }

    private Cause mark(String name, String party, String kind, String issuer, String refId, String reason) {
        JsonObject mark =
                json(MARK).with("listKind", kind).with("issuerId", issuer).with("refId", refId);
        return new Cause(name, c -> c.add("PTL!" + party + "!L", "marks", mark), List.of(reason));
    }

    private void ask(String member, JsonValue value) {
        care.set("REQ!" + request.text("requestId"), member, value);
    }

    private List<String> judge(List<Cause> some) {
        market.state().values().clear();
        market.state().values().putAll(sound);
        some.forEach(cause -> cause.apply().accept(care));
        RecordedLedger ledger = new RecordedLedger(market.state());
        UsageRequest asked = new UsageRequest(market.stored("REQ!" + request.text("requestId")));
        Judgement judgement = new UsageJudge(ledger, new RuleBook(ledger, START_MS)).judge(asked, START_MS);
        return CareMarket.full(judgement.fields(ledger.reads()));
    }

    // In the order of domain 5.1: by code, then rule, then record.
    private static List<String> reasons(List<Cause> some) {
        return some.stream()
                .flatMap(cause -> cause.reasons().stream())
                .distinct()
                .sorted(Comparator.comparing(EveryCauseItsReasonTest::sortKey))
                .toList();
    }

    private static String sortKey(String reason) {
        String[] words = reason.split(" ", -1);
        return words[1] + "\u0000" + words[0] + "\u0000" + (words.length > 2 ? words[2] : "");
    }

    private static String which(int round, List<Cause> some) {
        return "seed " + SEED + ", round " + round + ": "
                + Arrays.toString(some.stream().map(Cause::name).toArray());
    }
}
