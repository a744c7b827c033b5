package io.provenant.usage.decision;

import static io.provenant.testing.SmallMarket.json;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.ledger.Role;
import io.provenant.testing.CareMarket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnlistedPartiesTest {

    private static final JsonObject BAN = json("{\"banId\":\"ban-1\",\"untilMs\":1772503200000}");
    private static final JsonObject STATUTORY = json("{\"effect\":\"DENY\",\"issuerId\":\"pty-cac\",\"kind\":\"BLACK\","
            + "\"listKind\":\"STATUTORY\",\"refId\":\"len-1\",\"sectorCodes\":[],\"severity\":\"SERIOUS\","
            + "\"untilMs\":1772503200000}");
    private static final JsonObject OWN_LIST =
            STATUTORY.with("listKind", "SELF_REGULATORY").with("issuerId", "pty-other");

    private final CareMarket care = new CareMarket();

    @ParameterizedTest
    @ValueSource(strings = {"pty-medcenter", "pty-lumen"})
    void a_ban_on_provider_or_consumer_refuses(String party) {
        care.add("PTL!" + party + "!A", "bans", BAN);

        assertThat(CareMarket.full(care.decide(care.request()))).containsExactly("R03 PARTY_BANNED " + party);
    }

    @Test
    void a_ban_that_has_lapsed_restrains_nobody() {
        care.add("PTL!pty-lumen!A", "bans", BAN.with("untilMs", CareMarket.START_MS));

        assertThat(care.reasons(care.request())).isEmpty();
    }

    @Test
    void a_ban_on_the_owner_of_an_inherited_asset_reaches_the_child() {
        String model = permittedModel();
        assertThat(care.reasons(care.request(CareMarket.LUMEN, model))).isEmpty();

        care.add("PTL!pty-medcenter!A", "bans", BAN);

        assertThat(CareMarket.full(care.decide(care.request(CareMarket.LUMEN, model))))
                .containsExactly("R03 PARTY_BANNED pty-medcenter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pty-medcenter", "pty-lumen"})
    void a_statutory_black_mark_denies(String party) {
        care.add("PTL!" + party + "!L", "marks", STATUTORY);

        assertThat(CareMarket.full(care.decide(care.request()))).containsExactly("R03 LIST_BLACK len-1");
    }

    @Test
    void a_black_mark_counts_in_its_sectors_only() {
        care.add("PTL!pty-lumen!L", "marks", STATUTORY.with("sectorCodes", texts("mobility")));
        assertThat(care.reasons(care.request())).isEmpty();

        care.add(
                "PTL!pty-lumen!L",
                "marks",
                STATUTORY.with("refId", "len-2").with("sectorCodes", texts("health", "mobility")));
        assertThat(CareMarket.full(care.decide(care.request()))).containsExactly("R03 LIST_BLACK len-2");
    }

    @ParameterizedTest
    @CsvSource({"WATCH", "RED", "ORDER_OVERDUE"})
    void other_marks_deny_nothing_here(String kind) {
        care.add("PTL!pty-lumen!L", "marks", STATUTORY.with("kind", kind));

        assertThat(care.reasons(care.request())).isEmpty();
    }

    @Test
    void a_mark_that_has_lapsed_restrains_nobody() {
        care.add("PTL!pty-lumen!L", "marks", STATUTORY.with("untilMs", CareMarket.START_MS));

        assertThat(care.reasons(care.request())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DENY, LIST_REVIEW_NEEDED", "REVIEW, LIST_REVIEW_NEEDED", "NONE, ", "GREEN, "})
    void an_associations_list_that_nobody_adopted_asks_for_a_review_at_most(String effect, String code) {
        care.add("PTL!pty-lumen!L", "marks", OWN_LIST.with("effect", effect));

        assertThat(care.reasons(care.request())).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({"DENY, LIST_BLACK", "REVIEW, LIST_REVIEW_NEEDED", "NONE, "})
    void an_adopted_list_has_the_effect_that_its_entry_asks_for(String effect, String code) {
        care.add("PTL!pty-lumen!L", "marks", OWN_LIST.with("effect", effect).with("issuerId", "pty-assoc"));

        assertThat(care.reasons(care.request())).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void a_list_is_adopted_for_its_sector_only() {
        care.add("PTL!pty-lumen!L", "marks", OWN_LIST.with("issuerId", "pty-assoc"));
        care.market()
                .put(
                        "AST!ast-med",
                        care.market()
                                .stored("AST!ast-med")
                                .with("sectorCode", "mobility")
                                .canonical());

        assertThat(care.reasons(care.request())).containsExactly("LIST_REVIEW_NEEDED");
    }

    @Test
    void a_rule_set_that_says_nothing_lets_no_statute_fall() {
        care.market().section("listEffects", JsonArray.ofObjects(List.of()));
        care.add("PTL!pty-lumen!L", "marks", STATUTORY);
        care.add("PTL!pty-medcenter!L", "marks", OWN_LIST.with("refId", "len-2"));

        assertThat(CareMarket.full(care.decide(care.request())))
                .containsExactly("R03 LIST_BLACK len-1", "R03 LIST_REVIEW_NEEDED len-2");
    }

    @Test
    void a_review_by_the_party_that_the_request_names_lifts_review_and_never_deny() {
        care.add("PTL!pty-lumen!L", "marks", OWN_LIST);
        JsonObject reviewed = care.request().withObjects("reviews", List.of(review("REVIEW_LIST")));
        care.ask(reviewed);
        approve(reviewed, "REVIEW_LIST");
        assertThat(decided(reviewed)).isEmpty();

        care.add("PTL!pty-lumen!L", "marks", STATUTORY.with("refId", "len-2"));
        JsonObject denied = care.request().withObjects("reviews", List.of(review("REVIEW_LIST")));
        care.ask(denied);
        approve(denied, "REVIEW_LIST");
        assertThat(decided(denied)).containsExactly("LIST_BLACK");
    }

    @Test
    void a_review_that_was_not_given_or_of_another_scope_lifts_nothing() {
        care.add("PTL!pty-lumen!L", "marks", OWN_LIST);
        assertThat(care.reasons(care.request().withObjects("reviews", List.of(review("REVIEW_LIST")))))
                .containsExactly("LIST_REVIEW_NEEDED");

        JsonObject other = care.request().withObjects("reviews", List.of(review("REVIEW_GROUP")));
        care.ask(other);
        approve(other, "REVIEW_GROUP");
        assertThat(decided(other)).containsExactly("LIST_REVIEW_NEEDED");
    }

    @Test
    void a_party_does_not_review_its_own_mark() {
        care.add("PTL!pty-exchange!L", "marks", OWN_LIST);
        JsonObject request = care.request()
                .with("recipientIds", texts("pty-exchange", "pty-lumen"))
                .withObjects("reviews", List.of(review("REVIEW_LIST")));
        care.ask(request);
        approve(request, "REVIEW_LIST");

        assertThat(decided(request)).contains("LIST_REVIEW_NEEDED");
    }

    @Test
    void a_review_in_another_role_than_compliance_lifts_nothing() {
        care.add("PTL!pty-lumen!L", "marks", OWN_LIST.without("untilMs"));
        JsonObject request = care.request().withObjects("reviews", List.of(review("REVIEW_LIST")));
        care.ask(request);
        approve(request, "REVIEW_LIST");
        String row = care.market().state().values().keySet().stream()
                .filter(key -> key.startsWith("APR!"))
                .findFirst()
                .orElseThrow();
        care.set(row, "role", new JsonString(Role.CONSUMER_OFFICER.code()));

        assertThat(decided(request)).containsExactly("LIST_REVIEW_NEEDED");
    }

    @Test
    void a_review_counts_for_thirty_days() {
        care.add("PTL!pty-lumen!L", "marks", OWN_LIST.without("untilMs"));
        JsonObject late = care.request().withObjects("reviews", List.of(review("REVIEW_LIST")));
        care.ask(late);
        approve(late, "REVIEW_LIST");

        care.market().at(CareMarket.START_MS + 30L * 86_400_000 + 1);

        assertThat(decided(late)).containsExactly("LIST_REVIEW_NEEDED");
    }

    @Test
    void a_sister_on_the_black_list_needs_a_review_of_the_group() {
        group("pty-lumen", "pty-orbit");
        care.add("PTL!pty-orbit!L", "marks", STATUTORY);
        assertThat(CareMarket.full(care.decide(care.request()))).containsExactly("R03 LIST_GROUP_REVIEW len-1");

        JsonObject reviewed = care.request().withObjects("reviews", List.of(review("REVIEW_GROUP")));
        care.ask(reviewed);
        approve(reviewed, "REVIEW_GROUP");
        assertThat(decided(reviewed)).isEmpty();
    }

    @Test
    void a_sister_whose_mark_asks_for_a_review_only_is_no_matter_of_the_group() {
        group("pty-lumen", "pty-orbit");
        care.add("PTL!pty-orbit!L", "marks", OWN_LIST);

        assertThat(care.reasons(care.request())).isEmpty();
    }

    @Test
    void a_group_too_large_to_read_needs_a_review() {
        String[] members =
                IntStream.rangeClosed(1, 16).mapToObj(i -> "pty-m" + i).toArray(String[]::new);
        group(members);
        group("pty-lumen");

        assertThat(CareMarket.full(care.decide(care.request()))).containsExactly("R03 LIST_GROUP_REVIEW grp-g");
    }

    @Test
    void a_group_of_sixteen_is_read() {
        String[] members =
                IntStream.rangeClosed(1, 15).mapToObj(i -> "pty-m" + i).toArray(String[]::new);
        group(members);
        group("pty-lumen");

        assertThat(care.reasons(care.request())).isEmpty();
    }

    private String permittedModel() {
        JsonObject request = care.request();
        assertThat(care.reasons(request)).isEmpty();
        care.declare(CareMarket.asset("ast-model", CareMarket.LUMEN).with("structure", "MODEL"));
        String model = CareMarket.uuid(500);
        care.publish(CareMarket.child(
                model,
                "ast-model",
                CareMarket.LUMEN,
                CareMarket.edge(CareMarket.VERSION).with("decisionId", request.text("requestId"))));
        return model;
    }

    private void group(String... members) {
        for (String member : members) {
            care.market().put("PTG!" + member, "{\"groupId\":\"grp-g\",\"rev\":1}");
            care.market()
                    .put("GRP!grp-g!" + member, "{\"groupId\":\"grp-g\",\"partyId\":\"" + member + "\",\"rev\":1}");
        }
    }

    private static JsonObject review(String scope) {
        return JsonObject.empty().with("scopeCode", scope).with("partyId", "pty-exchange");
    }

    private void approve(JsonObject request, String scope) {
        String hash = care.market().stored("REQ!" + request.text("requestId")).text("requestHash");
        JsonObject body = JsonObject.empty()
                .with("requestId", request.text("requestId"))
                .with("requestHash", hash)
                .with("scopeCode", scope);
        care.send("pty-exchange", Role.EXCHANGE_COMPLIANCE, "approve", body);
    }

    private List<String> decided(JsonObject request) {
        care.send(
                CareMarket.LUMEN,
                Role.CONSUMER_OFFICER,
                "usage:decide",
                JsonObject.empty().with("requestId", request.text("requestId")));
        return CareMarket.codes(care.market().stored("DEC!" + request.text("requestId")));
    }
}
