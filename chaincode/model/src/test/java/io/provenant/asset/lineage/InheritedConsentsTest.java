package io.provenant.asset.lineage;

import static io.provenant.testing.CareMarket.ASSET;
import static io.provenant.testing.CareMarket.CENTER;
import static io.provenant.testing.CareMarket.GRANT;
import static io.provenant.testing.CareMarket.LUMEN;
import static io.provenant.testing.CareMarket.VERSION;
import static io.provenant.testing.CareMarket.binding;
import static io.provenant.testing.CareMarket.child;
import static io.provenant.testing.CareMarket.edge;
import static io.provenant.testing.CareMarket.uuid;
import static io.provenant.testing.CareMarket.version;
import static io.provenant.testing.SmallMarket.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Role;
import io.provenant.testing.CareMarket;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestGrant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** INV-A8 and the revocation floor of INV-A6. */
class InheritedConsentsTest {

    private static final String ID = uuid(31);
    private static final String CST = GRANT.consentId();
    private static final TestGrant SECOND = new TestGrant(uuid(0xc02), 3);

    private final CareMarket care = new CareMarket();
    private final SmallMarket market = care.market();

    @BeforeEach
    void a_second_grant_and_a_version_bound_to_it() {
        care.give(SECOND.body());
        care.seal(bound(version(uuid(10), ASSET, CENTER), binding(SECOND.consentId(), 0)));
    }

    @Test
    void a_child_carries_the_consents_of_all_its_parents() {
        JsonObject body = child(ID, ASSET, CENTER, edge(uuid(10)), edge(VERSION));

        assertThat(care.sealing(bound(body, binding(CST, 0)))).containsExactly("CONSENTS_NOT_INHERITED");
        assertThat(care.sealing(bound(body))).containsExactly("CONSENTS_NOT_INHERITED");
        assertThat(care.sealing(bound(body, binding(CST, 0), binding(SECOND.consentId(), 0))))
                .isEmpty();
    }

    @Test
    void a_child_adds_no_consent_of_its_own() {
        JsonObject body = child(ID, ASSET, CENTER, edge(VERSION));

        assertThat(care.sealing(bound(body, binding(CST, 0), binding(SECOND.consentId(), 0))))
                .containsExactly("CONSENTS_NOT_INHERITED");
    }

    @Test
    void the_generation_is_the_least_of_the_parents() {
        withdrawAndAcknowledge();
        care.seal(bound(version(uuid(11), ASSET, CENTER), binding(CST, 1)));
        JsonObject both = child(ID, ASSET, CENTER, edge(uuid(11)), edge(VERSION));

        assertThat(care.sealing(bound(both, binding(CST, 1)))).containsExactly("GENERATION_INVALID");
        assertThat(care.sealing(bound(both, binding(CST, 0)))).isEmpty();
        JsonObject rebuilt = child(uuid(32), ASSET, CENTER, edge(uuid(11)));
        assertThat(care.sealing(bound(rebuilt, binding(CST, 0)))).containsExactly("GENERATION_INVALID");
        assertThat(care.sealing(bound(rebuilt, binding(CST, 1)))).isEmpty();
    }

    @Test
    void an_original_excludes_no_generation_that_was_not_acknowledged() {
        assertThat(care.sealing(bound(version(ID, ASSET, CENTER), binding(CST, 1))))
                .containsExactly("GENERATION_INVALID");

        withdrawAndAcknowledge();
        assertThat(care.sealing(bound(version(ID, ASSET, CENTER), binding(CST, 1))))
                .isEmpty();
    }

    @Test
    void an_original_binds_grants_that_cover_its_owner() {
        care.declare(CareMarket.asset("ast-orbit", CareMarket.ORBIT));
        care.declare(CareMarket.asset("ast-lumen", LUMEN));

        assertThat(care.sealing(version(ID, "ast-orbit", CareMarket.ORBIT))).containsExactly("CONSENT_FOREIGN");
        assertThat(care.sealing(version(ID, "ast-lumen", LUMEN))).isEmpty(); // a named recipient
    }

    @Test
    void a_grant_that_does_not_exist_is_not_found() {
        assertThat(care.sealing(bound(version(ID, ASSET, CENTER), binding(uuid(404), 0))))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void an_aggregate_that_carries_consents_needs_an_independent_approval() {
        JsonObject body = aggregate();

        assertThat(care.sealing(body)).containsExactly("APPROVALS_MISSING");
        approved(body, "pty-cac", Role.REGULATOR_OFFICER);
        assertThat(care.sealing(body)).isEmpty();
    }

    @Test
    void an_approval_of_other_words_or_of_the_owner_itself_does_not_count() {
        approved(aggregate().with("versionNo", 2), "pty-cac", Role.REGULATOR_OFFICER);
        assertThat(care.sealing(aggregate())).containsExactly("APPROVALS_MISSING");

        JsonObject own = aggregate().withTexts("approverIds", List.of(CENTER));
        market.approved(CENTER, "colleague1", Role.ASSESSOR_OFFICER, "AVR!" + ID, "version:seal", own);
        assertThat(care.sealing(own)).isNotEmpty();
    }

    @Test
    void the_approval_comes_by_command_from_the_regulator_and_not_from_the_owner() {
        JsonObject body = aggregate();
        JsonObject subject = JsonObject.empty().with("command", "version:seal").with("body", body);
        JsonObject approval = JsonObject.empty().with("subject", subject);

        assertThat(codes(market.send(CENTER, Role.PROVIDER_OFFICER, "approve", approval)))
                .containsExactly("APPROVAL_NOT_ASKED");
        care.send("pty-cac", Role.REGULATOR_OFFICER, "approve", approval);
        assertThat(care.sealing(body)).isEmpty();
    }

    @Test
    void an_aggregate_over_open_withdrawals_is_refused_with_the_approval_in_hand() {
        JsonObject body = aggregate();
        approved(body, "pty-cac", Role.REGULATOR_OFFICER);
        care.withdraw(GRANT, 1);
        assertThat(care.sealing(body)).containsExactly("GENERATION_INVALID");

        care.acknowledge(GRANT);
        assertThat(care.sealing(body)).containsExactly("GENERATION_INVALID"); // its parent is behind the head
    }

    @Test
    void a_withdrawal_of_one_person_keeps_an_aggregate_from_being_sealed_too() {
        TestGrant one = new TestGrant(uuid(0xc03), 1);
        care.give(one.body());
        care.seal(bound(version(uuid(12), ASSET, CENTER), binding(one.consentId(), 0)));
        JsonObject body = bound(aggregate(uuid(12)), binding(one.consentId(), 0));
        approved(body, "pty-cac", Role.REGULATOR_OFFICER);
        care.withdraw(one, 0);

        assertThat(care.sealing(body)).containsExactly("GENERATION_INVALID");
    }

    @Test
    void an_aggregate_without_consents_asks_nobody() {
        care.seal(bound(version(uuid(13), ASSET, CENTER)));

        assertThat(care.sealing(bound(aggregate(uuid(13))))).isEmpty();
    }

    @Test
    void a_version_below_the_floor_asks_nobody() {
        assertThat(care.sealing(child(ID, ASSET, CENTER, edge(VERSION)))).isEmpty();
    }

    private JsonObject aggregate() {
        return aggregate(VERSION);
    }

    private static JsonObject aggregate(String parent) {
        return child(ID, ASSET, CENTER, edge(parent).with("opCode", "dpv:Aggregate"))
                .with("identifiability", "AGGREGATED")
                .with("groupSize", 10)
                .withTexts("approverIds", List.of("pty-cac"));
    }

    private void approved(JsonObject body, String party, Role role) {
        market.approved(party, SmallMarket.PERSON, role, "AVR!" + body.text("versionId"), "version:seal", body);
    }

    private void withdrawAndAcknowledge() {
        care.withdraw(GRANT, 1);
        care.acknowledge(GRANT);
    }

    private static JsonObject bound(JsonObject version, JsonObject... bindings) {
        return version.with("consents", JsonArray.ofObjects(List.of(bindings)));
    }
}
