package io.provenant.dispatch;

import static io.provenant.testing.FoundedMarket.EXCHANGE;
import static io.provenant.testing.FoundedMarket.HOSTED;
import static io.provenant.testing.FoundedMarket.hosted;
import static io.provenant.testing.FoundedMarket.officer;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.ledger.Role;
import io.provenant.testing.FoundedMarket;
import io.provenant.testing.TestChannel;
import io.provenant.testing.TestChannel.Call;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Code of an organisation that was left behind meets records of a later version: it refuses and writes nothing. */
class NewerRecordsTest {

    private final FoundedMarket market = new FoundedMarket();
    private final TestChannel channel = market.channel();

    @BeforeEach
    void an_application_of_a_later_schema() {
        channel.accept(market.applyHosted(hosted(HOSTED, "12440300MA5EXAMP4X", "CONTROLLER")));
        JsonObject newer = channel.stored("PTY!" + HOSTED).with("schemaVersion", "9.0.0");
        channel.state().put("PTY!" + HOSTED, newer.canonical());
    }

    @Test
    void a_command_that_reads_one_is_refused_with_the_record_and_both_versions() {
        JsonObject verification = market.verification(HOSTED, "CONTROLLER");
        Result result = channel.send(Call.of(officer(EXCHANGE, Role.EXCHANGE_OFFICER), "party:verify", verification));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Refusal.class,
                        refusal -> assertThat(refusal.message())
                                .startsWith("SCHEMA_UNKNOWN: ")
                                .contains("PTY!" + HOSTED, "9.0.0", "1.0.0"));
    }

    @Test
    void an_attestation_shows_it_as_it_is_stored() {
        JsonObject keys = JsonObject.empty().withTexts("keys", List.of("PTY!" + HOSTED));
        Result.Success attested = channel.accept(Call.of(officer(EXCHANGE, Role.EXCHANGE_OFFICER), "attest", keys));

        assertThat(StrictJsonReader.parseObject(attested.payload())
                        .object("attest")
                        .objects("entries")
                        .get(0)
                        .object("value"))
                .isEqualTo(channel.stored("PTY!" + HOSTED));
    }
}
