package io.provenant.asset.lineage;

import static io.provenant.testing.CareMarket.ASSET;
import static io.provenant.testing.CareMarket.CENTER;
import static io.provenant.testing.CareMarket.GRANT;
import static io.provenant.testing.CareMarket.LUMEN;
import static io.provenant.testing.CareMarket.ORBIT;
import static io.provenant.testing.CareMarket.VERSION;
import static io.provenant.testing.CareMarket.child;
import static io.provenant.testing.CareMarket.edge;
import static io.provenant.testing.CareMarket.uuid;
import static io.provenant.testing.CareMarket.version;
import static io.provenant.testing.SmallMarket.codes;
import static io.provenant.testing.SmallMarket.json;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.asset.VersionState;
import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.ledger.Role;
import io.provenant.testing.CareMarket;
import io.provenant.testing.SmallMarket;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a version is, whose it is and what it was built on: INV-A1, A2, A10. */
class SealVersionTest {

    private static final String ID = uuid(31);

    private final CareMarket care = new CareMarket();
    private final SmallMarket market = care.market();

    @Test
    void an_original_is_sealed_at_depth_0_with_its_own_asset() {
        care.seal(version(ID, ASSET, CENTER));

        JsonObject stored = market.stored("AVR!" + ID);
        assertThat(stored.text("state")).isEqualTo("SEALED");
        assertThat(stored.integer("depth")).isZero();
        assertThat(stored.texts("assetIds")).containsExactly(ASSET);
        assertThat(stored.has("approverIds")).isFalse();
        assertThat(stored.has("versionId")).isFalse();
        assertThat(stored.texts("ruleSetIds")).containsExactly(SmallMarket.RULE_SET);
    }

    @Test
    void a_child_is_one_deeper_than_its_deepest_parent_and_inherits_their_assets() {
        care.declare(CareMarket.asset("ast-feat", CENTER));
        care.seal(child(uuid(32), "ast-feat", CENTER, edge(VERSION)));
        care.seal(child(ID, ASSET, CENTER, edge(uuid(32)), edge(VERSION)));

        JsonObject stored = market.stored("AVR!" + ID);
        assertThat(stored.integer("depth")).isEqualTo(2);
        assertThat(stored.texts("assetIds")).containsExactly("ast-feat", ASSET);
    }

    @Test
    void an_id_is_used_once_and_an_asset_is_its_owners() {
        assertThat(care.sealing(version(VERSION, ASSET, CENTER))).containsExactly("ALREADY_EXISTS");
        assertThat(care.sealing(version(ID, "ast-404", CENTER))).containsExactly("NOT_FOUND");
        assertThat(care.sealing(version(ID, ASSET, ORBIT))).containsExactly("NOT_YOURS");
        assertThat(codes(market.send(ORBIT, Role.PROVIDER_OFFICER, "version:seal", version(ID, ASSET, CENTER))))
                .containsExactly("NOT_YOURS");
    }

    @Test
    void every_field_without_a_question_mark_is_sent_and_nothing_that_the_ledger_makes() {
        JsonObject body = version(ID, ASSET, CENTER);
        for (String name : body.members().keySet()) {
            assertThat(codes(market.send(CENTER, Role.PROVIDER_OFFICER, "version:seal", body.without(name))))
                    .as(name)
                    .containsExactly("INPUT_MALFORMED");
        }
        assertThat(care.sealing(body.with("assetIds", texts("ast-other")))).containsExactly("INPUT_MALFORMED");
        assertThat(care.sealing(body.with("depth", 0))).containsExactly("INPUT_MALFORMED");
        assertThat(care.sealing(body.with("state", "AVAILABLE"))).containsExactly("INPUT_MALFORMED");
    }

    @Test
    void a_version_of_a_retired_asset_is_not_sealed() {
        care.set("AST!ast-med", "state", new JsonString("RETIRED"));

        assertThat(care.sealing(version(ID, ASSET, CENTER))).containsExactly("VERSION_STATE");
    }

    @Test
    void a_parent_that_does_not_exist_is_not_sealed_and_nobody_is_its_own_parent() {
        assertThat(care.sealing(child(ID, ASSET, CENTER, edge(uuid(404))))).containsExactly("PARENT_NOT_SEALED");
        assertThat(care.sealing(child(ID, ASSET, CENTER, edge(ID)))).containsExactly("PARENT_NOT_SEALED");
        assertThat(care.sealing(child(ID, ASSET, CENTER))).containsExactly("PARENT_NOT_SEALED");
    }

    @Test
    void an_original_has_no_parents() {
        assertThat(care.sealing(child(ID, ASSET, CENTER, edge(VERSION)).with("derivation", "ORIGINAL")))
                .containsExactly("INPUT_MALFORMED");
    }

    @ParameterizedTest
    @EnumSource(VersionState.class)
    void children_are_built_on_what_is_sealed_available_or_superseded(VersionState state) {
        care.set("AVR!" + VERSION, "state", new JsonString(state.name()));

        boolean carries = List.of("SEALED", "AVAILABLE", "SUPERSEDED").contains(state.name());
        assertThat(care.sealing(child(ID, ASSET, CENTER, edge(VERSION))))
                .isEqualTo(carries ? List.of() : List.of("VERSION_STATE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTHORITY", "CASE", "INCIDENT", "DISPUTE", "RISK"})
    void a_mark_on_an_asset_of_the_parents_suspends_their_children(String kind) {
        JsonObject mark = json("{\"byParty\":\"pty-cac\",\"rationaleCode\":\"RISK\",\"refId\":\"mrk-1\","
                        + "\"untilMs\":1772416800001}")
                .with("kindCode", kind);
        care.add("ASL!ast-med!" + (kind.equals("RISK") ? "X" : "A"), "marks", mark);

        assertThat(care.sealing(child(ID, ASSET, CENTER, edge(VERSION)))).containsExactly("SUSPENDED_BY_" + kind);
        assertThat(care.sealing(version(ID, ASSET, CENTER))).isEmpty(); // an original is built on nothing
        market.at(CareMarket.START_MS + 1);
        assertThat(care.sealing(child(uuid(33), ASSET, CENTER, edge(VERSION)))).isEmpty();
    }

    @Test
    void a_mark_that_was_ended_suspends_nothing() {
        care.add(
                "ASL!ast-med!A",
                "marks",
                json("{\"byParty\":\"pty-cac\",\"endedMs\":1772416800000,\"kindCode\":\"CASE\","
                        + "\"rationaleCode\":\"RISK\",\"refId\":\"mrk-1\",\"untilMs\":1803859200000}"));

        assertThat(care.sealing(child(ID, ASSET, CENTER, edge(VERSION)))).isEmpty();
    }

    @Test
    void a_mark_reaches_through_every_generation_of_children() {
        care.declare(CareMarket.asset("ast-feat", CENTER));
        care.seal(child(uuid(32), "ast-feat", CENTER, edge(VERSION)));
        care.add(
                "ASL!ast-med!A",
                "marks",
                json("{\"byParty\":\"pty-cac\",\"kindCode\":\"CASE\",\"rationaleCode\":\"RISK\",\"refId\":\"mrk-1\","
                        + "\"untilMs\":1803859200000}"));

        assertThat(care.sealing(child(ID, "ast-feat", CENTER, edge(uuid(32))))).containsExactly("SUSPENDED_BY_CASE");
    }

    @Test
    void nobody_builds_on_the_version_of_another_without_a_permit() {
        care.declare(CareMarket.asset("ast-orbit", ORBIT));

        assertThat(care.sealing(child(ID, "ast-orbit", ORBIT, edge(VERSION)))).containsExactly("PARENT_NOT_PERMITTED");
        assertThat(care.sealing(child(ID, "ast-orbit", ORBIT, edge(VERSION).with("decisionId", uuid(404)))))
                .containsExactly("PARENT_NOT_PERMITTED");
    }

    @Test
    void a_permit_of_the_owner_for_the_parent_lets_it_build() {
        String permit = decided(care.request());
        care.declare(CareMarket.asset("ast-model", LUMEN));

        care.seal(child(ID, "ast-model", LUMEN, edge(VERSION).with("decisionId", permit)));

        JsonObject stored = market.stored("AVR!" + ID);
        assertThat(stored.texts("assetIds")).containsExactly(ASSET, "ast-model");
        assertThat(stored.objects("consents")).containsExactly(CareMarket.binding(GRANT.consentId(), 0));
    }

    @Test
    void a_permit_of_somebody_else_a_refusal_an_answer_or_another_parent_permit_nothing() {
        care.declare(CareMarket.asset("ast-model", LUMEN));
        care.declare(CareMarket.asset("ast-orbit", ORBIT));
        care.publish(version(uuid(34), ASSET, CENTER));
        String lumens = decided(care.request());
        String refused = decided(care.request(ORBIT, VERSION));
        String answer = decided(care.request().with("outputForm", "ANSWER"));
        String undecided = care.request().text("requestId");

        assertThat(built("ast-orbit", ORBIT, VERSION, lumens)).containsExactly("PARENT_NOT_PERMITTED");
        assertThat(built("ast-orbit", ORBIT, VERSION, refused)).containsExactly("PARENT_NOT_PERMITTED");
        assertThat(built("ast-model", LUMEN, VERSION, answer)).containsExactly("PARENT_NOT_PERMITTED");
        assertThat(built("ast-model", LUMEN, VERSION, undecided)).containsExactly("PARENT_NOT_PERMITTED");
        assertThat(built("ast-model", LUMEN, uuid(34), lumens)).containsExactly("PARENT_NOT_PERMITTED");
        assertThat(built("ast-model", LUMEN, VERSION, lumens)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROW", "AGGREGATE", "MODEL"})
    void rows_aggregates_and_models_are_to_build_on(String form) {
        care.declare(CareMarket.asset("ast-model", LUMEN));

        assertThat(built("ast-model", LUMEN, VERSION, decided(care.request().with("outputForm", form))))
                .isEmpty();
    }

    @Test
    void each_parent_needs_a_permit_of_its_own() {
        care.publish(version(uuid(34), ASSET, CENTER));
        care.declare(CareMarket.asset("ast-model", LUMEN));
        String permit = decided(care.request());

        JsonObject body = child(ID, "ast-model", LUMEN, edge(VERSION).with("decisionId", permit), edge(uuid(34)));

        assertThat(care.sealing(sorted(body))).containsExactly("PARENT_NOT_PERMITTED");
    }

    @Test
    void a_rebuild_is_of_the_same_asset_and_of_the_same_parents_or_of_what_replaced_them() {
        String feature = uuid(40);
        String rebuilt = uuid(41);
        care.seal(child(feature, ASSET, CENTER, edge(VERSION)));
        care.seal(version(rebuilt, ASSET, CENTER).with("replacesId", VERSION));

        assertThat(care.sealing(child(uuid(42), ASSET, CENTER, edge(VERSION)).with("replacesId", feature)))
                .isEmpty();
        assertThat(care.sealing(child(uuid(43), ASSET, CENTER, edge(rebuilt)).with("replacesId", feature)))
                .isEmpty();
        care.seal(version(uuid(44), ASSET, CENTER));
        assertThat(care.sealing(child(uuid(45), ASSET, CENTER, edge(uuid(44))).with("replacesId", feature)))
                .containsExactly("INPUT_MALFORMED");
        care.declare(CareMarket.asset("ast-feat", CENTER));
        assertThat(care.sealing(
                        child(uuid(46), "ast-feat", CENTER, edge(VERSION)).with("replacesId", feature)))
                .containsExactly("INPUT_MALFORMED");
        assertThat(care.sealing(version(uuid(47), ASSET, CENTER).with("replacesId", uuid(404))))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void more_than_64_assets_behind_a_version_are_too_many() {
        for (int half = 0; half < 2; half++) {
            List<String> ids = IntStream.range(half * 33, half == 0 ? 33 : 65)
                    .mapToObj(i -> "ast-" + (1000 + i))
                    .toList();
            ids.forEach(id -> care.declare(CareMarket.asset(id, CENTER)));
            care.seal(version(uuid(50 + half), ASSET, CENTER));
            care.set("AVR!" + uuid(50 + half), "assetIds", JsonArray.ofTexts(ids));
        }

        assertThat(care.sealing(child(ID, "ast-1000", CENTER, edge(uuid(50))))).isEmpty();
        assertThat(care.sealing(child(uuid(52), ASSET, CENTER, edge(uuid(50)), edge(uuid(51)))))
                .containsExactly("LIMIT_EXCEEDED"); // 33, 32 and its own
    }

    private List<String> built(String asset, String owner, String parent, String decision) {
        return care.sealing(child(uuid(60), asset, owner, edge(parent).with("decisionId", decision)));
    }

    private String decided(JsonObject request) {
        care.decide(request);
        return request.text("requestId");
    }

    private static JsonObject sorted(JsonObject body) {
        return body.withObjects(
                "parents",
                body.objects("parents").stream()
                        .sorted(Comparator.comparing(edge -> edge.text("versionId")))
                        .toList());
    }
}
