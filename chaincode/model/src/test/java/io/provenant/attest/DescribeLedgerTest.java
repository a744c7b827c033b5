package io.provenant.attest;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.Invoker;
import io.provenant.testing.FoundedMarket;
import io.provenant.testing.TestChannel;
import io.provenant.testing.TestChannel.Call;
import io.provenant.testing.TestDigests;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the code says of itself (domain 3.12, 3a.1). */
class DescribeLedgerTest {

    private static final Call DESCRIBE = Call.of(
            new Invoker("StrangerMSP", Optional.empty(), Optional.empty(), Optional.empty()),
            "ledger:describe",
            JsonObject.empty());

    @Test
    void anybody_may_ask_before_founding_and_after() {
        JsonObject before = new TestChannel().answer(DESCRIBE);
        JsonObject after = new FoundedMarket().channel().answer(DESCRIBE);

        assertThat(before).isEqualTo(after);
        assertThat(after.text("codeSha256")).isEqualTo(TestChannel.CODE_SHA256);
        assertThat(after.integer("modelVersion")).isEqualTo(1);
    }

    @Test
    void the_command_table_is_named_by_its_hash() {
        assertThat(new TestChannel().answer(DESCRIBE).text("commandTableHash"))
                .isEqualTo(Commands.all().hash(new TestDigests()).hex());
    }

    @Test
    void every_record_has_its_version() {
        JsonObject answer = new TestChannel().answer(DESCRIBE);

        assertThat(answer.objects("schemaVersions"))
                .contains(JsonObject.empty().with("docType", "PartyHead").with("schemaVersion", "1.0.0"))
                .isSortedAccordingTo((one, other) -> one.text("docType").compareTo(other.text("docType")));
    }
}
