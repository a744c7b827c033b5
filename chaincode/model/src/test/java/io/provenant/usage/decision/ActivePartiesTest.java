package io.provenant.usage.decision;

import static io.provenant.testing.SmallMarket.json;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.testing.CareMarket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivePartiesTest {

    private static final JsonObject SUSPENSION = json("{\"byParty\":\"pty-cac\",\"kindCode\":\"INVESTIGATION\","
            + "\"rationaleCode\":\"RISK\",\"refId\":\"sus-1\",\"untilMs\":1772503200000}");

    private final CareMarket care = new CareMarket();

    @ParameterizedTest
    @CsvSource({"pty-medcenter, A", "pty-medcenter, X", "pty-lumen, A", "pty-lumen, X"})
    void a_suspension_of_provider_or_consumer_in_either_slice_refuses(String party, String slice) {
        care.add("PTL!" + party + "!" + slice, "suspensions", SUSPENSION);

        assertThat(CareMarket.full(care.decide(care.request()))).containsExactly("R02 PARTY_NOT_ACTIVE " + party);
    }

    @Test
    void a_recipient_is_a_party_too() {
        care.set("CNS!" + CareMarket.GRANT.consentId(), "recipientIds", texts("pty-lumen", "pty-orbit"));
        care.add("PTL!pty-orbit!A", "suspensions", SUSPENSION);

        assertThat(CareMarket.full(care.decide(care.request().with("recipientIds", texts("pty-orbit")))))
                .containsExactly("R02 PARTY_NOT_ACTIVE pty-orbit");
    }

    @Test
    void a_recipient_that_nobody_knows_is_not_active() {
        assertThat(CareMarket.full(care.decide(care.request().with("recipientIds", texts("pty-ghost")))))
                .contains("R02 PARTY_NOT_ACTIVE pty-ghost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPLIED", "VERIFIED", "DECLINED", "EXITED"})
    void a_provider_in_another_state_refuses(String state) {
        JsonObject request = care.request();
        care.set("PTY!pty-medcenter", "state", new JsonString(state));

        assertThat(CareMarket.full(care.decide(request))).containsExactly("R02 PARTY_NOT_ACTIVE pty-medcenter");
    }

    @Test
    void an_ended_or_lapsed_suspension_restrains_nobody() {
        care.add("PTL!pty-lumen!A", "suspensions", SUSPENSION.with("endedMs", CareMarket.START_MS));
        care.add("PTL!pty-lumen!X", "suspensions", SUSPENSION.with("untilMs", CareMarket.START_MS));

        assertThat(care.reasons(care.request())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "L", "X"})
    void a_head_that_is_missing_fails(String slice) {
        JsonObject request = care.request();
        care.market().state().values().remove("PTL!pty-lumen!" + slice);

        assertThat(care.reasons(request)).isEqualTo(List.of("PARTY_NOT_ACTIVE"));
    }
}
