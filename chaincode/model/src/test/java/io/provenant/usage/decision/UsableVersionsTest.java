package io.provenant.usage.decision;

import static io.provenant.testing.CareMarket.GRANT;
import static io.provenant.testing.CareMarket.START_MS;
import static io.provenant.testing.CareMarket.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.testing.CareMarket;
import io.provenant.testing.SmallMarket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsableVersionsTest {

    private static final long WITHDRAWN_MS =
            Instant.parse("2026-05-11T06:00:00Z").toEpochMilli();
    private static final long DUE_MS = Instant.parse("2026-06-01T15:59:59.999Z").toEpochMilli();

    private final CareMarket care = new CareMarket();
    private final SmallMarket market = care.market();

    @ParameterizedTest
    @EnumSource(value = io.provenant.asset.VersionState.class, names = "AVAILABLE", mode = EnumSource.Mode.EXCLUDE)
    void a_version_in_another_state_than_available_refuses(Enum<?> state) {
        care.set("AVR!" + VERSION, "state", new JsonString(state.name()));

        assertThat(CareMarket.full(care.decide(care.request()))).containsExactly("R04 VERSION_STATE " + VERSION);
    }

    @Test
    void a_retired_asset_takes_its_versions_with_it() {
        care.set("AST!ast-med", "state", new JsonString("RETIRED"));

        assertThat(CareMarket.full(care.decide(care.request()))).containsExactly("R04 VERSION_STATE ast-med");
    }

    @Test
    void retention_ends_at_its_millisecond() {
        long until = market.stored("AVR!" + VERSION).integer("retainUntilMs");
        market.at(until - 1);
        assertThat(care.reasons(care.request())).isEmpty();

        market.at(until);
        assertThat(CareMarket.full(care.decide(care.request()))).containsExactly("R04 RETENTION_PASSED " + VERSION);
    }

    @Test
    void an_open_withdrawal_is_met_by_an_exclusion_list_in_a_controlled_mode() {
        withdrawnOnce();

        JsonObject decision = care.decide(care.request());

        assertThat(decision.text("outcome")).isEqualTo("PERMIT");
        assertThat(CareMarket.duties(decision)).containsExactly("ANCHOR_USAGE", "APPLY_EXCLUSION_LIST", "DELETE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RAW_FILE", "REPORT"})
    void an_open_withdrawal_refuses_a_raw_mode(String mode) {
        withdrawnOnce();

        assertThat(CareMarket.full(care.decide(care.request().with("deliveryMode", mode))))
                .containsExactly("R04 REVOCATION_OPEN " + GRANT.consentId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RAW_FILE", "TEE"})
    void a_withdrawal_that_is_open_for_too_long_refuses_every_mode(String mode) {
        withdrawnOnce();
        market.at(DUE_MS - 1);
        assertThat(care.reasons(care.request())).isEmpty();

        market.at(DUE_MS);
        assertThat(CareMarket.full(care.decide(care.request().with("deliveryMode", mode))))
                .containsExactly("R04 REVOCATION_OVERDUE " + GRANT.consentId());
    }

    @Test
    void a_later_withdrawal_moves_no_due_date() {
        withdrawnOnce();
        market.at(DUE_MS - 1);
        care.withdraw(GRANT, 4);

        market.at(DUE_MS);
        assertThat(care.reasons(care.request())).containsExactly("REVOCATION_OVERDUE");
    }

    @Test
    void an_acknowledged_withdrawal_stays_open_for_the_version_that_does_not_exclude_it() {
        withdrawnOnce();
        market.at(WITHDRAWN_MS + 1);
        care.acknowledge(GRANT);
        assertThat(CareMarket.duties(care.decide(care.request()))).contains("APPLY_EXCLUSION_LIST");

        market.at(DUE_MS);
        assertThat(care.reasons(care.request())).containsExactly("REVOCATION_OVERDUE");
    }

    @Test
    void a_generation_that_is_not_there_counts_as_open_for_ever() {
        withdrawnOnce();
        care.acknowledge(GRANT);
        market.state().values().remove("CNG!" + GRANT.consentId() + "!000001");

        assertThat(CareMarket.full(care.decide(care.request())))
                .containsExactly("R04 REVOCATION_OVERDUE " + GRANT.consentId());
    }

    @Test
    void a_rebuild_at_the_new_generation_is_open_for_use_at_once() {
        withdrawnOnce();
        care.acknowledge(GRANT);
        String rebuilt = CareMarket.uuid(2);
        care.publish(CareMarket.version(rebuilt, CareMarket.ASSET, CareMarket.CENTER)
                .with("replacesId", VERSION)
                .withObjects("consents", List.of(CareMarket.binding(GRANT.consentId(), 1))));

        JsonObject decision = care.decide(care.request(CareMarket.LUMEN, rebuilt));

        assertThat(decision.text("outcome")).isEqualTo("PERMIT");
        assertThat(CareMarket.duties(decision)).containsExactly("ANCHOR_USAGE", "DELETE");
    }

    @Test
    void the_oldest_withdrawal_that_a_version_does_not_exclude_counts_not_the_newest() {
        withdrawnOnce();
        care.acknowledge(GRANT);
        market.at(WITHDRAWN_MS + 20 * 86_400_000L);
        care.withdraw(GRANT, 1);
        care.acknowledge(GRANT);

        market.at(DUE_MS);
        assertThat(care.reasons(care.request())).containsExactly("REVOCATION_OVERDUE"); // generation 0 of 2
    }

    @Test
    void a_model_is_trained_again_or_stopped() {
        care.declare(CareMarket.asset("ast-model", CareMarket.CENTER).with("structure", "MODEL"));
        String model = CareMarket.uuid(3);
        care.publish(CareMarket.child(model, "ast-model", CareMarket.CENTER, CareMarket.edge(VERSION)));
        withdrawnOnce();

        JsonObject decision = care.decide(care.request(CareMarket.LUMEN, model).with("deliveryMode", "API_RESULT"));

        assertThat(decision.text("outcome")).isEqualTo("PERMIT");
        assertThat(CareMarket.duties(decision)).contains("RETRAIN_OR_STOP").doesNotContain("APPLY_EXCLUSION_LIST");
    }

    @Test
    void a_version_at_the_revocation_floor_does_not_read_the_queue() {
        care.set("AVR!" + VERSION, "identifiability", new JsonString("AGGREGATED"));
        withdrawnOnce();
        market.at(DUE_MS);

        JsonObject decision = care.decide(care.request().with("deliveryMode", "RAW_FILE"));

        assertThat(decision.text("outcome")).isEqualTo("PERMIT");
        assertThat(decision.canonical()).doesNotContain("REV!").doesNotContain("CNH!");
    }

    @Test
    void a_higher_floor_lets_withdrawals_reach_aggregates() {
        care.set("AVR!" + VERSION, "identifiability", new JsonString("AGGREGATED"));
        market.section("revocationFloor", new JsonString("ANONYMISED"));
        withdrawnOnce();

        assertThat(care.reasons(care.request().with("deliveryMode", "RAW_FILE")))
                .containsExactly("REVOCATION_OPEN");
    }

    @Test
    void the_rule_set_says_how_many_days_a_rebuild_may_take() {
        market.section("rebuildDays", new JsonInteger(0));
        withdrawnOnce();

        market.at(Instant.parse("2026-05-11T15:59:59.998Z").toEpochMilli());
        assertThat(care.reasons(care.request())).isEmpty();
        market.at(Instant.parse("2026-05-11T15:59:59.999Z").toEpochMilli());
        assertThat(care.reasons(care.request())).containsExactly("REVOCATION_OVERDUE");
    }

    private void withdrawnOnce() {
        assertThat(WITHDRAWN_MS).isGreaterThan(START_MS);
        market.at(WITHDRAWN_MS);
        care.withdraw(GRANT, 3);
    }
}
