package io.provenant.ruleset;

import static io.provenant.testing.FoundedMarket.ASSOCIATION;
import static io.provenant.testing.FoundedMarket.EXCHANGE;
import static io.provenant.testing.FoundedMarket.REGULATOR;
import static io.provenant.testing.FoundedMarket.addition;
import static io.provenant.testing.FoundedMarket.officer;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Invoker;
import io.provenant.dispatch.Result;
import io.provenant.ledger.Role;
import io.provenant.testing.FoundedMarket;
import io.provenant.testing.TestChannel;
import io.provenant.testing.TestChannel.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections and their schemas (domain 3.9, 4.3). */
class AddSectionTest {

    private static final Invoker REGULATORS = officer(REGULATOR, Role.REGULATOR_OFFICER);

    private final TestChannel channel = new FoundedMarket().channel();

    @ParameterizedTest
    @CsvSource({
        "controlledModes, '[\"API_RECORD\",\"API_RESULT\",\"FEDERATED\",\"HE\",\"MPC\",\"SANDBOX\",\"TEE\"]',"
                + " adcd67de5ca121affadb9fab63ed477ac7d6e42fd5efdbd16cf375c29d9f0691",
        "decisionTtlMs, 86400000, 48f3e426ece1eed92a98af5e2d11708490b113c70eebabcbaf7f186677d19044",
        "rules, '[\"R01\",\"R02\",\"R03\",\"R04\",\"R08\",\"R09\",\"R10\",\"R19\"]',"
                + " 499e717734f7f92b9da38b19c7ccb92da5c19ff802f7d7cca20816bb76357cd7"
    })
    void the_golden_sections_have_their_hashes(String name, String value, String hash) {
        JsonObject body = addition(name, StrictJsonReader.parse(value));

        assertThat(body.text("sectionHash")).isEqualTo(hash);
        assertThat(channel.answer(add(body)).text("sectionHash")).isEqualTo(hash);
    }

    @Test
    void a_section_is_stored_as_its_bytes_and_no_more() {
        JsonObject body = addition("rebuildDays", new JsonInteger(14));

        Result.Success added = channel.accept(add(body));

        String key = "RUS!" + body.text("sectionHash");
        assertThat(channel.stored(key).canonical()).isEqualTo("{\"name\":\"rebuildDays\",\"value\":14}");
        assertThat(added.payload()).contains("\"writes\":[{\"key\":\"" + key + "\",\"rev\":1}]");
        assertThat(added.event().orElseThrow()).contains("Section.written");
    }

    @Test
    void the_same_section_again_gives_the_same_answer_and_writes_nothing() {
        JsonObject body = addition("rebuildDays", new JsonInteger(14));
        channel.accept(add(body));

        Result.Success again = channel.accept(add(body).by(officer(ASSOCIATION, Role.ASSOCIATION_OFFICER)));

        assertThat(again.writes()).isEmpty();
        assertThat(again.payload()).contains("{\"sectionHash\":\"" + body.text("sectionHash") + "\"}");
    }

    @Test
    void another_hash_than_that_of_the_bytes_is_refused() {
        JsonObject body = addition("rebuildDays", new JsonInteger(14)).with("value", 15);

        assertThat(channel.codes(add(body))).containsExactly("SECTION_HASH_MISMATCH");
    }

    @Test
    void a_section_that_nobody_knows_is_refused() {
        assertThat(channel.codes(add(addition("backDoor", new JsonInteger(1))))).containsExactly("SECTION_INVALID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rebuildDays | \"21\"",
                "rebuildDays | -1",
                "decisionTtlMs | 0",
                "minPopulation | 0",
                "rules | []",
                "rules | [\"R00\"]",
                "rules | [\"R02\",\"R01\"]",
                "rules | [\"R01\",\"R01\"]",
                "levelOrder | [\"HIGH\"]",
                "revocationFloor | \"DEIDENTIFIED\"",
                "maxConsentDays | {\"general\":730}",
                "maxConsentDays | {\"general\":730,\"sensitive\":365,\"others\":1}",
                "codeLists | [{\"list\":\"purposes\"}]",
                "codeLists | [{\"code\":\"b\",\"list\":\"x\"},{\"code\":\"a\",\"list\":\"x\"}]",
                "codeLists | [{\"code\":\"has space\",\"list\":\"x\"}]",
                "approvals | [{\"command\":\"rules:adopt\",\"count\":0,\"otherParty\":false,\"roles\":[\"org.admin\"]}]",
                "approvals | [{\"command\":\"rules:adopt\",\"count\":1,\"otherParty\":false,\"roles\":[\"king\"]}]",
                "approvals | [{\"command\":\"x\",\"count\":1,\"otherParty\":false,\"roles\":[\"courtXclerk\"]}]",
                "approvals | [{\"command\":\"rules:adopt\",\"count\":1,\"otherParty\":false,\"roles\":[]}]",
                "approvals | [{\"command\":\"x\",\"count\":1,\"otherParty\":false,\"roles\":[\"market.founder\"]}]",
                "calendar | [{\"sourceHash\":\"00\",\"workingDays\":\"1\",\"year\":2026}]",
                "listWindows | [{\"maxMonths\":0,\"minMonths\":0,\"severity\":\"MINOR\"}]",
                "dutyDays | [{\"days\":1,\"kind\":\"SING\"}]",
                "protectionTable | [{\"level\":\"L9\",\"categoryRootCodes\":[],\"rowId\":\"P-X\",\"scenarioCodes\":[]}]",
                "homeRegions | []",
                "signedCommands | [\"no such thing\"]"
            })
    void a_value_outside_its_schema_is_refused(String name, String value) {
        assertThat(channel.codes(add(addition(name, StrictJsonReader.parse(value)))))
                .containsExactly("SECTION_INVALID");
    }

    @Test
    void the_refusal_names_the_section_and_the_entry() {
        Result result = channel.endorse(
                add(addition("maxConsentDays", StrictJsonReader.parse("{\"general\":730,\"sensitive\":9999}"))));

        assertThat(((Result.Refusal) result).message())
                .startsWith("SECTION_INVALID: ")
                .contains("section=maxConsentDays")
                .contains("field=/sensitive");
    }

    @Test
    void only_those_who_change_rules_add_sections() {
        JsonObject body = addition("rebuildDays", new JsonInteger(14));

        assertThat(channel.codes(add(body).by(officer(EXCHANGE, Role.EXCHANGE_COMPLIANCE))))
                .isEmpty();
        assertThat(channel.codes(add(body).by(officer(EXCHANGE, Role.EXCHANGE_OFFICER))))
                .containsExactly("ROLE_NOT_ALLOWED");
        assertThat(channel.codes(add(body).by(officer(EXCHANGE, Role.REGULATOR_OFFICER))))
                .containsExactly("ROLE_NOT_ALLOWED");
    }

    private static Call add(JsonObject body) {
        return Call.of(REGULATORS, "rules:addSection", body);
    }
}
