package io.provenant.consent;

import static io.provenant.testing.SmallMarket.codes;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Role;
import io.provenant.testing.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishNoticeTest {

    private final SmallMarket market =
            new SmallMarket().party("pty-medcenter", PartyRole.CONTROLLER).party("pty-other", PartyRole.CONTROLLER);

    @Test
    void a_complete_notice_is_communicated() {
        publish("pty-medcenter", ConsentBodies.notice());

        JsonObject stored = market.stored("NTC!" + ConsentBodies.NOTICE_ID + "!000001");
        assertThat(stored.text("state")).isEqualTo("COMMUNICATED");
        assertThat(stored.text("docType")).isEqualTo("Notice");
        assertThat(stored.text("byParty")).isEqualTo("pty-medcenter");
        assertThat(stored.texts("ruleSetIds")).containsExactly(SmallMarket.RULE_SET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"purposeCodes", "methodCodes", "dataCategories"})
    void a_notice_without_an_element_of_pipl_17_is_refused(String element) {
        assertThat(publish("pty-medcenter", ConsentBodies.notice().with(element, texts())))
                .containsExactly("CONSENT_CORE_MISSING");
    }

    @Test
    void a_vague_purpose_is_refused() {
        JsonObject vague = ConsentBodies.notice().with("purposeCodes", texts("dpv:ServiceManagement"));

        assertThat(publish("pty-medcenter", vague)).containsExactly("CONSENT_VAGUE");
    }

    @Test
    void nobody_publishes_for_another_controller() {
        assertThat(publish("pty-other", ConsentBodies.notice())).containsExactly("NOT_YOURS");
    }

    @Test
    void a_version_is_published_once() {
        publish("pty-medcenter", ConsentBodies.notice());

        assertThat(publish("pty-medcenter", ConsentBodies.notice())).containsExactly("ALREADY_EXISTS");
    }

    @Test
    void versions_follow_each_other() {
        assertThat(publish("pty-medcenter", ConsentBodies.notice().with("versionNo", 2)))
                .containsExactly("REV_MISMATCH");
    }

    @Test
    void nobody_occupies_the_next_version_of_anothers_notice() {
        publish("pty-medcenter", ConsentBodies.notice());
        JsonObject squatter = ConsentBodies.notice().with("versionNo", 2).with("controllerId", "pty-other");

        assertThat(publish("pty-other", squatter)).containsExactly("NOT_YOURS");
        assertThat(publish("pty-medcenter", ConsentBodies.notice().with("versionNo", 2)))
                .isEmpty();
    }

    @Test
    void a_code_outside_the_lists_is_unknown() {
        assertThat(publish("pty-medcenter", ConsentBodies.notice().with("purposeCodes", texts("dpv:Anything"))))
                .containsExactly("CODE_UNKNOWN");
    }

    private List<String> publish(String party, JsonObject body) {
        return codes(market.send(party, Role.CONTROLLER_DPO, "notice:publish", body));
    }
}
