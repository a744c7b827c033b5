package io.provenant.founding;

import static io.provenant.testing.FoundedMarket.ASSOCIATION;
import static io.provenant.testing.FoundedMarket.EXCHANGE;
import static io.provenant.testing.FoundedMarket.REGULATOR;
import static io.provenant.testing.FoundedMarket.approve;
import static io.provenant.testing.FoundedMarket.approveFounding;
import static io.provenant.testing.FoundedMarket.found;
import static io.provenant.testing.FoundedMarket.founder;
import static io.provenant.testing.FoundedMarket.goldenBody;
import static io.provenant.testing.SmallMarket.FOUNDED_TX;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.dispatch.Invoker;
import io.provenant.ledger.Role;
import io.provenant.testing.DefaultRules;
import io.provenant.testing.FoundedMarket;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestChannel;
import io.provenant.testing.TestChannel.Call;
import io.provenant.testing.TestDigests;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The founding of domain 3a.6, on the golden body of 3a.18 (a). */
class FoundMarketTest {

    private static final String SUBJECT_HASH = "74746c49bb533de9f018dec0d058d0c6b4943c6e3701af2d2323c246403cc971";

    private final TestChannel channel = new TestChannel();

    @BeforeEach
    void golden_sections() {
        JsonObject sections = DefaultRules.sections();
        for (String name : List.of("controlledModes", "decisionTtlMs", "rules")) {
            channel.accept(
                    Call.of(founder(EXCHANGE), "rules:addSection", FoundedMarket.addition(name, sections.value(name))));
        }
    }

    @Test
    void the_golden_body_has_its_bytes() {
        byte[] bytes = goldenBody().canonicalBytes();

        assertThat(bytes).hasSize(2261);
        assertThat(new TestDigests().digest(bytes).hex())
                .isEqualTo("07ab2b73c68e53e5d088b3211bd2efbe80c8d1fe62765dc8bf3b0a8c3dd2457f");
    }

    @Test
    void an_approval_stands_under_the_golden_key() {
        JsonObject answer = channel.answer(approve(founder(REGULATOR), "market:found", goldenBody()));

        assertThat(answer.text("subjectKey")).isEqualTo("MKT!founding");
        assertThat(answer.text("subjectHash")).isEqualTo(SUBJECT_HASH);
        JsonObject row = channel.stored("APR!MKT!founding!" + SUBJECT_HASH + "!pty-cac!h5n3t6yb2caa");
        byte[] subject = row.object("subject").canonicalBytes();
        assertThat(subject).hasSize(2295);
        assertThat(new TestDigests().digest(subject).hex())
                .isEqualTo("b4a7f95576a30651e75b4a0c7c32d06989bfcd96a3ae470b2cf9f9853cbfc781");
        assertThat(row.text("byMsp")).isEqualTo("RegulatorMSP");
        assertThat(row.text("state")).isEqualTo("GIVEN");
    }

    @Test
    void three_founders_of_one_mind_found_the_market() {
        approveFounding(channel, goldenBody());

        channel.txId(FOUNDED_TX).accept(found(EXCHANGE, goldenBody()));

        assertThat(channel.state().values().keySet().stream()
                        .filter(key -> !key.startsWith("APR!") && !key.startsWith("RUS!")))
                .containsExactly(
                        "MKT!founding",
                        "PTG!pty-assoc",
                        "PTG!pty-cac",
                        "PTG!pty-exchange",
                        "PTL!pty-assoc!A",
                        "PTL!pty-assoc!L",
                        "PTL!pty-assoc!X",
                        "PTL!pty-cac!A",
                        "PTL!pty-cac!L",
                        "PTL!pty-cac!X",
                        "PTL!pty-exchange!A",
                        "PTL!pty-exchange!L",
                        "PTL!pty-exchange!X",
                        "PTY!pty-assoc",
                        "PTY!pty-cac",
                        "PTY!pty-exchange",
                        "RHD!CN_CSL",
                        "RHD!CN_DSL",
                        "RHD!CN_PIPL",
                        "RHD!MARKET",
                        "RUL!rs-cn-2026-1",
                        "TIK!market",
                        "UID!msp!AssociationMSP",
                        "UID!msp!ExchangeMSP",
                        "UID!msp!RegulatorMSP",
                        "UID!uscc!11440300EXAMPLE002",
                        "UID!uscc!51440300EXAMPLE003",
                        "UID!uscc!91440300EXAMPLE001");
    }

    @Test
    void what_was_founded_can_be_read() {
        approveFounding(channel, goldenBody());
        channel.txId(FOUNDED_TX).accept(found(EXCHANGE, goldenBody()));

        JsonObject market = channel.stored("MKT!founding");
        assertThat(market.text("foundedTx")).isEqualTo(FOUNDED_TX);
        assertThat(market.texts("founderIds")).containsExactly("pty-assoc", "pty-cac", "pty-exchange");
        assertThat(market.texts("regimes")).containsExactly("CN_CSL", "CN_DSL", "CN_PIPL");
        JsonObject fence = channel.stored("TIK!market");
        assertThat(fence.integer("no")).isEqualTo(1);
        assertThat(fence.integer("tickMs")).isEqualTo(TestChannel.START_MS);
        assertThat(channel.stored("PTY!pty-cac").text("state")).isEqualTo("ACTIVE");
        assertThat(channel.stored("PTL!pty-cac!A").text("classCode")).isEqualTo("AUTHORITY");
        assertThat(channel.stored("PTL!pty-exchange!X").text("classCode")).isEqualTo("OPERATOR");
        assertThat(channel.stored("RHD!MARKET").text("currentId")).isEqualTo("rs-cn-2026-1");
        JsonObject ruleSet = channel.stored("RUL!rs-cn-2026-1");
        assertThat(ruleSet.text("state")).isEqualTo("APPROVED");
        assertThat(ruleSet.integer("inForceFromMs")).isEqualTo(TestChannel.START_MS);
        assertThat(ruleSet.has("ruleSetIds")).isFalse(); // no rule set was read
    }

    @Test
    void every_founder_may_send_what_all_approved() {
        approveFounding(channel, goldenBody());

        channel.accept(found(ASSOCIATION, goldenBody()));
    }

    @Test
    void a_founder_who_has_not_approved_is_missing_the_submitter_too() {
        channel.accept(approve(founder(REGULATOR), "market:found", goldenBody()));
        channel.accept(approve(founder(ASSOCIATION), "market:found", goldenBody()));

        assertThat(channel.codes(found(EXCHANGE, goldenBody()))).containsExactly("APPROVALS_MISSING");
    }

    @Test
    void an_approval_of_another_body_counts_for_nothing() {
        channel.accept(approve(founder(REGULATOR), "market:found", goldenBody()));
        channel.accept(approve(founder(ASSOCIATION), "market:found", goldenBody()));
        channel.accept(approve(founder(EXCHANGE), "market:found", goldenBody().with("regimes", texts("CN_PIPL"))));

        assertThat(channel.codes(found(EXCHANGE, goldenBody()))).containsExactly("APPROVALS_MISSING");
    }

    @Test
    void an_approval_lapses_after_thirty_days() {
        approveFounding(channel, goldenBody());
        long last = TestChannel.START_MS + 30L * 86_400_000;

        assertThat(channel.at(last + 1).codes(found(EXCHANGE, goldenBody()))).containsExactly("APPROVALS_MISSING");
        assertThat(channel.at(last).codes(found(EXCHANGE, goldenBody()))).isEmpty();
    }

    @Test
    void nobody_approves_with_a_certificate_of_another_organisation() {
        Invoker forged = TestChannel.certificate("ExchangeMSP", REGULATOR, "market.founder", "h5n3t6yb2caa");

        assertThat(channel.codes(approve(forged, "market:found", goldenBody()))).containsExactly("APPROVAL_NOT_ASKED");
    }

    @Test
    void rows_of_a_foreign_certificate_do_not_crowd_out_the_founders() {
        for (String person : List.of("aaaaaaa1", "aaaaaaa2", "aaaaaaa3", "aaaaaaa4", "aaaaaaa5")) {
            Invoker forged = TestChannel.certificate("ExchangeMSP", REGULATOR, "market.founder", person);
            assertThat(channel.codes(approve(forged, "market:found", goldenBody())))
                    .isNotEmpty();
        }
        approveFounding(channel, goldenBody());

        channel.accept(found(EXCHANGE, goldenBody()));
    }

    @Test
    void an_organisation_that_is_no_founder_has_no_say() {
        Invoker stranger = TestChannel.certificate("BuyerMSP", "pty-buyer", "market.founder", "stranger0");

        assertThat(channel.codes(approve(stranger, "market:found", goldenBody())))
                .containsExactly("APPROVAL_NOT_ASKED");
    }

    @Test
    void approvers_left_out_of_the_body_are_missing() {
        JsonObject body = goldenBody().with("approverIds", texts("pty-assoc", "pty-cac"));
        approveFounding(channel, body);

        assertThat(channel.codes(found(EXCHANGE, body))).containsExactly("APPROVALS_MISSING");
    }

    private record Change(String says, UnaryOperator<JsonObject> change, String code) {
        @Override
        public String toString() {
            return says;
        }
    }

    private static Stream<Change> changes() {
        return Stream.of(
                new Change("no association", body -> founders(body, 1, 2), "FOUNDERS_INCOMPLETE"),
                new Change("no regulator", body -> founders(body, 0, 2), "FOUNDERS_INCOMPLETE"),
                new Change("no exchange", body -> founders(body, 0, 1), "FOUNDERS_INCOMPLETE"),
                new Change(
                        "one party in two roles",
                        body -> founders(change(body, 0, f -> f.with("roles", texts("ASSOCIATION", "EXCHANGE"))), 0, 1),
                        "FOUNDERS_INCOMPLETE"),
                new Change(
                        "one MSP of two",
                        body -> change(body, 0, f -> f.with("mspIds", texts("AssociationMSP", "ExchangeMSP"))),
                        "FOUNDERS_INCOMPLETE"),
                new Change(
                        "one code of two",
                        body -> change(body, 0, f -> f.with("uscc", "91440300EXAMPLE001")),
                        "UID_TAKEN"),
                new Change("no regime", body -> body.with("regimes", texts()), "RULESET_NONE"),
                new Change(
                        "a regime without rules",
                        body -> body.with("regimes", texts("CN_CSL", "EU_GDPR")),
                        "RULESET_NONE"),
                new Change("another channel", body -> body.with("channel", "market-2"), "INPUT_MALFORMED"),
                new Change(
                        "a hosted founder", body -> change(body, 0, f -> f.with("kind", "HOSTED")), "INPUT_MALFORMED"),
                new Change("no code", body -> change(body, 0, f -> f.without("uscc")), "INPUT_MALFORMED"),
                new Change(
                        "a domain of no regulator",
                        body -> change(body, 0, f -> f.with("regulatorDomain", "HEALTH")),
                        "INPUT_MALFORMED"),
                new Change("a host", body -> change(body, 0, f -> f.with("hostId", "pty-cac")), "INPUT_MALFORMED"),
                new Change("a group", body -> change(body, 0, f -> f.with("groupId", "grp-1")), "INPUT_MALFORMED"),
                new Change("founders out of order", body -> founders(body, 2, 1, 0), "INPUT_MALFORMED"),
                new Change(
                        "a section that is not stored",
                        body -> ruleSet(body, "sections", with(sections(body), "minPopulation", "0".repeat(64))),
                        "SECTION_MISSING"),
                new Change(
                        "a section under another name",
                        body -> ruleSet(
                                body,
                                "sections",
                                with(sections(body), "rawModes", sections(body).text("rules"))),
                        "SECTION_INVALID"),
                new Change(
                        "rules of another model version",
                        body -> body.with("ruleSet", body.object("ruleSet").with("modelVersion", 2)),
                        "SECTION_INVALID"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void an_unsound_founding_is_refused_whoever_approved(Change change) {
        JsonObject body = change.change().apply(goldenBody());
        for (String party : FoundedMarket.FOUNDERS) {
            channel.send(approve(founder(party), "market:found", body));
        }

        assertThat(channel.codes(found(EXCHANGE, body)))
                .contains(change.code())
                .allMatch(code -> code.equals(change.code()) || code.equals("APPROVALS_MISSING"));
        assertThat(channel.holds("MKT!founding")).isFalse();
    }

    @Test
    void while_there_is_no_market_nothing_else_is_accepted() {
        JsonObject deposit = SmallMarket.json("{\"collection\":\"pdcListing\"}").with("docKey", "0".repeat(32));
        JsonObject application = FoundedMarket.member("pty-x", "91440300MA5EXAMP1X", "CONSUMER");

        for (Call call : List.of(
                Call.of(founder(EXCHANGE), "document:deposit", deposit),
                Call.of(founder(EXCHANGE), "party:apply", application),
                FoundedMarket.activate(FoundedMarket.activation("pty-x")))) {
            assertThat(channel.codes(call)).as(call.command()).containsExactly("INVOKER_UNKNOWN");
        }
    }

    @Test
    void nobody_ticks_a_market_that_is_not_founded() {
        assertThat(channel.codes(Call.of(founder(EXCHANGE), "market:tick", JsonObject.empty())))
                .containsExactly("INVOKER_UNKNOWN");
    }

    @Test
    void another_role_founds_nothing() {
        Invoker officer = FoundedMarket.officer(EXCHANGE, Role.EXCHANGE_OFFICER);

        assertThat(channel.codes(Call.of(officer, "market:found", goldenBody())))
                .containsExactly("INVOKER_UNKNOWN");
        assertThat(channel.codes(approve(officer, "market:found", goldenBody())))
                .containsExactly("INVOKER_UNKNOWN");
    }

    @Test
    void a_founder_approves_nothing_but_the_founding() {
        JsonObject activation = FoundedMarket.activation("pty-x", "pty-assoc");

        assertThat(channel.codes(approve(founder(EXCHANGE), "party:activate", activation)))
                .containsExactly("INVOKER_UNKNOWN");
    }

    @Test
    void a_market_is_founded_once_and_its_founders_role_ends() {
        approveFounding(channel, goldenBody());
        channel.accept(found(EXCHANGE, goldenBody()));

        assertThat(channel.codes(found(EXCHANGE, goldenBody()))).containsExactly("ROLE_NOT_ALLOWED");
        assertThat(channel.codes(
                        Call.of(founder(EXCHANGE), "rules:addSection", FoundedMarket.addition("rules", texts("R01")))))
                .containsExactly("ROLE_NOT_ALLOWED");
    }

    private static JsonObject founders(JsonObject body, int... places) {
        List<JsonObject> kept = new ArrayList<>();
        for (int place : places) {
            kept.add(body.objects("founders").get(place));
        }
        return body.withObjects("founders", kept)
                .withTexts(
                        "approverIds",
                        kept.stream().map(f -> f.text("partyId")).sorted().toList());
    }

    private static JsonObject change(JsonObject body, int place, UnaryOperator<JsonObject> change) {
        List<JsonObject> founders = new ArrayList<>(body.objects("founders"));
        founders.set(place, change.apply(founders.get(place)));
        return body.withObjects("founders", founders);
    }

    private static JsonObject ruleSet(JsonObject body, String member, JsonValue value) {
        return body.with("ruleSet", body.object("ruleSet").with(member, value));
    }

    private static JsonObject sections(JsonObject body) {
        return body.object("ruleSet").object("sections");
    }

    private static JsonObject with(JsonObject object, String name, String value) {
        return object.with(name, value);
    }
}
