package io.provenant.ruleset;

import static io.provenant.testing.FoundedMarket.ASSOCIATION;
import static io.provenant.testing.FoundedMarket.EXCHANGE;
import static io.provenant.testing.FoundedMarket.REGULATOR;
import static io.provenant.testing.FoundedMarket.approve;
import static io.provenant.testing.FoundedMarket.hashes;
import static io.provenant.testing.FoundedMarket.officer;
import static io.provenant.testing.SmallMarket.json;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.dispatch.Invoker;
import io.provenant.ledger.RecordedLedger;
import io.provenant.ledger.Role;
import io.provenant.testing.DefaultRules;
import io.provenant.testing.FoundedMarket;
import io.provenant.testing.TestChannel;
import io.provenant.testing.TestChannel.Call;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Adoption after consultation, with the consent of government, market and society (domain 4.3, 3.7). */
class AdoptRuleSetTest {

    // 30 days after 2026-03-02: the end of 2026-04-01 in Beijing
    private static final long OVER_MS = 1_775_059_199_999L;
    private static final long DAY_MS = 86_400_000;
    private static final String NEXT = "rs-cn-2026-2";
    private static final Invoker REGULATORS = officer(REGULATOR, Role.REGULATOR_OFFICER);
    private static final JsonObject CHANGED = DefaultRules.sections().with("rebuildDays", new JsonInteger(14));

    private final FoundedMarket market = new FoundedMarket();
    private final TestChannel channel = market.channel();

    @BeforeEach
    void a_consultation() {
        market.addSections(REGULATORS, JsonObject.of("rebuildDays", CHANGED.value("rebuildDays")));
        consult(NEXT, "CN_CSL", "CN_DSL", "CN_PIPL");
        channel.at(OVER_MS);
    }

    @Test
    void a_rule_set_with_all_approvals_is_the_next_one() {
        JsonObject body = adoption(OVER_MS + DAY_MS);
        approveAll(body);

        channel.accept(adopt(body));

        JsonObject ruleSet = channel.stored("RUL!" + NEXT);
        assertThat(ruleSet.text("state")).isEqualTo("APPROVED");
        assertThat(ruleSet.integer("inForceFromMs")).isEqualTo(OVER_MS + DAY_MS);
        for (String regime : List.of("MARKET", "CN_CSL", "CN_DSL", "CN_PIPL")) {
            JsonObject head = channel.stored("RHD!" + regime);
            assertThat(head.text("currentId")).isEqualTo("rs-cn-2026-1");
            assertThat(head.text("nextId")).isEqualTo(NEXT);
            assertThat(head.integer("nextFromMs")).isEqualTo(OVER_MS + DAY_MS);
        }
    }

    @Test
    void it_is_in_force_from_its_moment_on() {
        JsonObject body = adoption(OVER_MS + DAY_MS);
        approveAll(body);
        channel.accept(adopt(body));

        assertThat(rebuildDays(OVER_MS + DAY_MS - 1)).isEqualTo(21);
        assertThat(rebuildDays(OVER_MS + DAY_MS)).isEqualTo(14);
    }

    @Test
    void the_consultation_runs_to_the_end_of_its_last_day() {
        JsonObject body = adoption(OVER_MS + DAY_MS);
        channel.at(OVER_MS - 1);
        approveAll(body);

        assertThat(channel.codes(adopt(body))).containsExactly("CONSULTATION_OPEN");
        assertThat(channel.at(OVER_MS).codes(adopt(body))).isEmpty();
    }

    @Test
    void a_consultation_of_no_days_is_over_at_once() {
        FoundedMarket quick = new FoundedMarket(CHANGED.with("consultDays", new JsonInteger(0)));
        JsonObject proposal =
                proposal(NEXT, "CN_PIPL").with("sections", hashes(CHANGED.with("consultDays", new JsonInteger(0))));
        quick.channel().accept(Call.of(REGULATORS, "rules:consult", proposal));
        JsonObject body = adoption(TestChannel.START_MS + 1);
        approvers().forEach(approver -> quick.channel().accept(approve(approver, "rules:adopt", body)));

        assertThat(quick.channel().codes(adopt(body))).isEmpty();
    }

    @Test
    void each_of_government_market_and_society_agrees() {
        JsonObject body = adoption(OVER_MS + DAY_MS);
        for (Invoker approver : approvers()) {
            assertThat(channel.codes(adopt(body))).containsExactly("APPROVALS_MISSING");
            channel.accept(approve(approver, "rules:adopt", body));
        }

        assertThat(channel.codes(adopt(body))).isEmpty();
    }

    @Test
    void the_one_who_adopts_does_not_approve() {
        JsonObject body = adoption(OVER_MS + DAY_MS);
        approveAll(body);

        assertThat(channel.codes(adopt(body).by(officer(REGULATOR, Role.REGULATOR_OFFICER, "regulatorsecond"))))
                .containsExactly("FOUR_EYES");
    }

    @Test
    void approvals_of_another_moment_do_not_count() {
        approveAll(adoption(OVER_MS + DAY_MS));

        assertThat(channel.codes(adopt(adoption(OVER_MS + DAY_MS + 1)))).containsExactly("APPROVALS_MISSING");
    }

    @Test
    void rules_never_change_backwards_or_at_once() {
        JsonObject now = adoption(OVER_MS);
        approveAll(now);

        assertThat(channel.codes(adopt(now))).containsExactly("STATE_ILLEGAL");
    }

    @Test
    void rules_change_a_year_ahead_at_most() {
        JsonObject far = adoption(OVER_MS + 366 * DAY_MS + 1);
        JsonObject year = adoption(OVER_MS + 366 * DAY_MS);
        approveAll(far);
        approveAll(year);

        assertThat(channel.codes(adopt(far))).containsExactly("LIMIT_EXCEEDED");
        assertThat(channel.codes(adopt(year))).isEmpty();
    }

    @Test
    void only_the_party_that_consulted_adopts() {
        JsonObject body = adoption(OVER_MS + DAY_MS);
        approveAll(body);

        assertThat(channel.codes(adopt(body).by(officer(EXCHANGE, Role.EXCHANGE_COMPLIANCE))))
                .containsExactly("NOT_YOURS");
    }

    @Test
    void a_stale_revision_is_refused() {
        assertThat(channel.codes(adopt(adoption(OVER_MS + DAY_MS).with("rev", 2))))
                .containsExactly("REV_MISMATCH");
    }

    @Test
    void a_rule_set_that_nobody_proposed_is_not_found() {
        assertThat(channel.codes(adopt(adoption(OVER_MS + DAY_MS).with("ruleSetId", "rs-none"))))
                .containsExactly("NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource(value = RuleSetState.class, mode = EnumSource.Mode.EXCLUDE, names = "CONSULTATION")
    void only_what_is_consulted_on_is_adopted(RuleSetState state) {
        channel.state()
                .put(
                        "RUL!" + NEXT,
                        channel.stored("RUL!" + NEXT)
                                .with("state", state.name())
                                .canonical());

        assertThat(channel.codes(adopt(adoption(OVER_MS + DAY_MS)))).containsExactly("STATE_ILLEGAL");
    }

    @Test
    void a_next_that_is_pending_is_replaced_and_one_whose_moment_came_is_current() {
        adoptNow(NEXT, OVER_MS + DAY_MS);
        consult("rs-cn-2026-3", "CN_CSL", "CN_DSL", "CN_PIPL");
        consult("rs-cn-2026-4", "CN_CSL", "CN_DSL", "CN_PIPL");
        channel.at(OVER_MS + 40 * DAY_MS);

        adoptNow("rs-cn-2026-3", OVER_MS + 50 * DAY_MS);
        assertThat(channel.stored("RHD!MARKET").text("currentId")).isEqualTo(NEXT);
        adoptNow("rs-cn-2026-4", OVER_MS + 45 * DAY_MS);

        JsonObject head = channel.stored("RHD!MARKET");
        assertThat(head.text("currentId")).isEqualTo(NEXT);
        assertThat(head.text("nextId")).isEqualTo("rs-cn-2026-4");
    }

    @Test
    void a_regime_that_is_new_has_no_rules_before_their_moment() {
        consult("rs-eu-1", "CN_PIPL", "EU_GDPR");
        channel.at(OVER_MS + 40 * DAY_MS);
        adoptNow("rs-eu-1", OVER_MS + 50 * DAY_MS);

        assertThat(channel.stored("RHD!EU_GDPR").has("currentId")).isFalse();
        assertThat(book(OVER_MS + 50 * DAY_MS - 1).of("EU_GDPR")).isEmpty();
        assertThat(book(OVER_MS + 50 * DAY_MS).of("EU_GDPR")).isPresent();
        assertThat(channel.stored("RHD!CN_CSL").has("nextId")).isFalse(); // not among its regimes
    }

    @Test
    void a_convention_heads_its_association_only() {
        Invoker association = officer(ASSOCIATION, Role.ASSOCIATION_OFFICER);
        JsonObject convention =
                proposal("rs-convention").with("kind", "CONVENTION").with("associationId", ASSOCIATION);
        channel.accept(Call.of(association, "rules:consult", convention));
        channel.at(OVER_MS + 40 * DAY_MS);
        JsonObject body = adoption(OVER_MS + 50 * DAY_MS).with("ruleSetId", "rs-convention");
        approveAll(body);

        channel.accept(adopt(body).by(officer(ASSOCIATION, Role.ASSOCIATION_OFFICER, "associationsecond")));

        assertThat(channel.stored("RHD!convention:pty-assoc").text("nextId")).isEqualTo("rs-convention");
        assertThat(channel.stored("RHD!MARKET").has("nextId")).isFalse();
    }

    private void adoptNow(String ruleSetId, long fromMs) {
        JsonObject body = adoption(fromMs).with("ruleSetId", ruleSetId);
        approveAll(body);
        channel.accept(adopt(body));
    }

    private void consult(String ruleSetId, String... regimes) {
        channel.accept(Call.of(REGULATORS, "rules:consult", proposal(ruleSetId, regimes)));
    }

    private static JsonObject proposal(String ruleSetId, String... regimes) {
        return json("{\"kind\":\"MARKET\",\"modelVersion\":1,\"versionNo\":2}")
                .with("ruleSetId", ruleSetId)
                .with("regimes", texts(regimes))
                .with("glossaryHash", "9".repeat(64))
                .with("sections", hashes(CHANGED));
    }

    private void approveAll(JsonObject body) {
        approvers().forEach(approver -> channel.accept(approve(approver, "rules:adopt", body)));
    }

    private static List<Invoker> approvers() {
        return List.of(
                officer(REGULATOR, Role.REGULATOR_OFFICER, "regulatorsecond"),
                officer(EXCHANGE, Role.EXCHANGE_COMPLIANCE),
                officer(ASSOCIATION, Role.ASSOCIATION_OFFICER));
    }

    private long rebuildDays(long ms) {
        return book(ms).market().integer("rebuildDays");
    }

    private RuleBook book(long ms) {
        return new RuleBook(new RecordedLedger(channel.state()), ms);
    }

    private static JsonObject adoption(long fromMs) {
        return JsonObject.empty()
                .with("ruleSetId", NEXT)
                .with("rev", 1)
                .with("inForceFromMs", fromMs)
                .withTexts("approverIds", List.of(ASSOCIATION, REGULATOR, EXCHANGE));
    }

    private static Call adopt(JsonObject body) {
        return Call.of(REGULATORS, "rules:adopt", body);
    }
}
