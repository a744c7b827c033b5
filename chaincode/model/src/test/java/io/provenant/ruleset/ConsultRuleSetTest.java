package io.provenant.ruleset;

import static io.provenant.testing.FoundedMarket.ASSOCIATION;
import static io.provenant.testing.FoundedMarket.EXCHANGE;
import static io.provenant.testing.FoundedMarket.REGULATOR;
import static io.provenant.testing.FoundedMarket.hashes;
import static io.provenant.testing.FoundedMarket.officer;
import static io.provenant.testing.SmallMarket.json;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.dispatch.Invoker;
import io.provenant.ledger.Role;
import io.provenant.testing.DefaultRules;
import io.provenant.testing.FoundedMarket;
import io.provenant.testing.TestChannel;
import io.provenant.testing.TestChannel.Call;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Consultations and the cross-checks of a whole rule set (domain 4.3, 3.7). */
class ConsultRuleSetTest {

    private static final Invoker REGULATORS = officer(REGULATOR, Role.REGULATOR_OFFICER);
    private static final JsonObject DEFAULTS = DefaultRules.sections();

    private final FoundedMarket market = new FoundedMarket();
    private final TestChannel channel = market.channel();

    @Test
    void a_rule_set_of_stored_sections_is_consulted_on() {
        channel.accept(consult(proposal(DEFAULTS)));

        JsonObject ruleSet = channel.stored("RUL!rs-cn-2026-2");
        assertThat(ruleSet.text("state")).isEqualTo("CONSULTATION");
        assertThat(ruleSet.integer("consultFromMs")).isEqualTo(TestChannel.START_MS);
        assertThat(ruleSet.has("inForceFromMs")).isFalse();
        assertThat(ruleSet.has("ruleSetId")).isFalse(); // it is the id
        assertThat(ruleSet.text("byParty")).isEqualTo(REGULATOR);
    }

    @Test
    void nothing_is_in_force_by_being_consulted_on() {
        channel.accept(consult(proposal(DEFAULTS)));

        assertThat(channel.stored("RHD!MARKET").has("nextId")).isFalse();
    }

    @Test
    void an_id_serves_once() {
        assertThat(channel.codes(consult(proposal(DEFAULTS).with("ruleSetId", "rs-cn-2026-1"))))
                .containsExactly("ALREADY_EXISTS");
    }

    @Test
    void a_section_that_is_not_stored_is_missing() {
        JsonObject hashes = hashes(DEFAULTS).with("rebuildDays", "0".repeat(64));

        assertThat(channel.codes(consult(proposal(DEFAULTS).with("sections", hashes))))
                .containsExactly("SECTION_MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approvals", "codeLists", "consultDays"})
    void a_rule_set_that_could_never_be_replaced_is_refused(String name) {
        assertThat(channel.codes(consult(proposal(DEFAULTS.without(name))))).contains("SECTION_MISSING");
    }

    @Test
    void a_section_stands_under_its_own_name_only() {
        JsonObject hashes =
                hashes(DEFAULTS).with("listAnswerWd", hashes(DEFAULTS).text("minPopulation"));

        assertThat(channel.codes(consult(proposal(DEFAULTS).with("sections", hashes))))
                .containsExactly("SECTION_INVALID");
    }

    @Test
    void rules_for_another_model_version_are_refused() {
        assertThat(channel.codes(consult(proposal(DEFAULTS).with("modelVersion", 2))))
                .containsExactly("SECTION_INVALID");
    }

    @Test
    void a_rule_that_this_version_cannot_run_is_refused() {
        assertThat(consultWith("rules", texts("R01", "R02", "R03", "R05"))).containsExactly("SECTION_INVALID");
    }

    @ParameterizedTest
    @CsvSource({
        "vaguePurposes, '[\"dpv:NoSuchPurpose\"]'",
        "prohibitedPurposes, '[\"pvn:NoSuchPurpose\"]'",
        "necessityProfiles, '[{\"purposeCode\":\"dpv:ServiceProvision\",\"serviceCode\":\"NO_SUCH\"}]'",
        "sensitiveRoots, '[{\"categoryRootCodes\":[\"pd:NoSuch\"],\"rootCode\":\"RELIGION\"}]'",
        "listEffects, '[{\"effect\":\"DENY\",\"listKind\":\"STATUTORY\",\"sectorCode\":\"nowhere\"}]'",
        "protectionTable, '[{\"categoryRootCodes\":[\"pd:NoSuch\"],\"level\":\"L1\",\"rowId\":\"P-X\","
                + "\"scenarioCodes\":[]}]'",
        "signedCommands, '[\"party:coronate\"]'",
        "levelOrder, '[\"NONE\",\"L3\",\"L2\",\"L1\"]'",
        "levelOrder, '[\"NONE\",\"L3\",\"L2\",\"L1\",\"L1\"]'"
    })
    void what_a_section_names_exists(String name, String value) {
        assertThat(consultWith(name, io.provenant.canonical.StrictJsonReader.parse(value)))
                .containsExactly("SECTION_INVALID");
    }

    @Test
    void a_code_is_narrower_than_listed_codes_only_and_not_than_itself() {
        assertThat(consultWith(
                        "codeLists", with("codeLists", "{\"broader\":[\"NO_SUCH\"],\"code\":\"zz\",\"list\":\"zz\"}")))
                .containsExactly("SECTION_INVALID");
        assertThat(consultWith(
                        "codeLists", with("codeLists", "{\"broader\":[\"zz\"],\"code\":\"zz\",\"list\":\"zz\"}")))
                .containsExactly("SECTION_INVALID");
    }

    @Test
    void approvals_are_asked_for_commands_that_exist() {
        String row = "{\"command\":\"zz:top\",\"count\":1,\"otherParty\":false,\"roles\":[\"regulator.officer\"]}";

        assertThat(consultWith("approvals", with("approvals", row))).containsExactly("SECTION_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list:publish", "log:open", "party:activate", "rules:adopt", "version:seal"})
    void a_command_that_takes_approvals_has_its_row(String command) {
        List<JsonObject> others = DEFAULTS.objects("approvals").stream()
                .filter(row -> !row.text("command").equals(command))
                .toList();

        assertThat(consultWith("approvals", JsonArray.ofObjects(others))).containsExactly("SECTION_INVALID");
    }

    @ParameterizedTest
    @CsvSource({
        "regulator.officer, true",
        "association.officer, true",
        "court.clerk, true",
        "inspector, true",
        "exchange.compliance, false",
        "provider.officer, false",
        "org.admin, false",
        "assessor.officer, false"
    })
    void a_restriction_is_approved_by_authorities_only(String role, boolean allowed) {
        List<JsonObject> rows = new ArrayList<>();
        for (JsonObject row : DEFAULTS.objects("approvals")) {
            rows.add(row.text("command").equals("list:publish") ? row.with("roles", texts(role)) : row);
        }

        assertThat(consultWith("approvals", JsonArray.ofObjects(rows)).isEmpty())
                .isEqualTo(allowed);
    }

    @Test
    void an_association_consults_on_its_own_convention_and_on_nothing_else() {
        Invoker association = officer(ASSOCIATION, Role.ASSOCIATION_OFFICER);
        JsonObject convention = proposal(json("{}").with("rebuildDays", DEFAULTS.value("rebuildDays")))
                .with("kind", "CONVENTION")
                .with("regimes", texts())
                .with("associationId", ASSOCIATION);

        assertThat(channel.codes(consult(convention).by(association))).isEmpty();
        assertThat(channel.codes(consult(convention))).containsExactly("ROLE_NOT_ALLOWED");
        assertThat(channel.codes(consult(proposal(DEFAULTS)).by(association))).containsExactly("ROLE_NOT_ALLOWED");
        assertThat(channel.codes(
                        consult(convention.with("ruleSetId", "rs-other").with("associationId", "pty-other"))
                                .by(association)))
                .containsExactly("NOT_YOURS");
        assertThat(channel.codes(consult(convention.without("associationId")).by(association)))
                .containsExactly("INPUT_MALFORMED");
    }

    @Test
    void an_exchange_consults_by_its_compliance() {
        assertThat(channel.codes(consult(proposal(DEFAULTS)).by(officer(EXCHANGE, Role.EXCHANGE_OFFICER))))
                .containsExactly("ROLE_NOT_ALLOWED");
        assertThat(channel.codes(consult(proposal(DEFAULTS)).by(officer(EXCHANGE, Role.EXCHANGE_COMPLIANCE))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ruleSetId, xx-1x", "ruleSetId, rs-13800138000", "kind, LAW", "glossaryHash, 00"})
    void an_unsound_member_is_refused(String member, String value) {
        assertThat(channel.codes(consult(proposal(DEFAULTS).with(member, value))))
                .containsAnyOf("INPUT_MALFORMED", "ID_LOOKS_PERSONAL");
    }

    private List<String> consultWith(String name, JsonValue value) {
        JsonObject changed = DEFAULTS.with(name, value);
        market.addSections(REGULATORS, JsonObject.of(name, value));
        return channel.codes(consult(proposal(changed)));
    }

    private static JsonValue with(String table, String row) {
        List<JsonObject> rows = new ArrayList<>(DEFAULTS.objects(table));
        rows.add(json(row));
        return JsonArray.ofObjects(rows);
    }

    private static JsonObject proposal(JsonObject sections) {
        return json("{\"kind\":\"MARKET\",\"modelVersion\":1,\"ruleSetId\":\"rs-cn-2026-2\",\"versionNo\":2}")
                .with("regimes", texts("CN_CSL", "CN_DSL", "CN_PIPL"))
                .with("glossaryHash", "9".repeat(64))
                .with("sections", hashes(sections));
    }

    private static Call consult(JsonObject body) {
        return Call.of(REGULATORS, "rules:consult", body);
    }
}
