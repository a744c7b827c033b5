package io.provenant.network.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.network.standalone.ledger.LedgerKind;
import io.provenant.network.testing.OnAskedLedger;
import io.provenant.network.testing.TestRun;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole story as {@code scripts/demo} tells it, and what is left of it after everything was stopped. */
@OnAskedLedger
final class StoryTest {

    private static final int STEPS = 45;

    private final LedgerKind kind = TestRun.ledger();

    @TempDir
    private Path folder;

    @Test
    void holds_every_step_and_goes_on_with_the_same_market_after_a_stop() throws Exception {
        DataFolder data = new DataFolder(folder);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String founded;

        try (Market market = Market.start(data, kind, Ports.free(), Clock.systemUTC())) {
            int steps = new Demonstration(data, market, Optional.empty(), Clock.systemUTC()).tell(out);
            assertThat(steps).as(said.toString(StandardCharsets.UTF_8)).isGreaterThanOrEqualTo(STEPS);
            founded = trailOfTheBuyer(data, market);
        }
        try (Market market = Market.start(data, kind, Ports.free(), Clock.systemUTC())) {
            assertThat(trailOfTheBuyer(data, market)).isEqualTo(founded);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("DENY PURPOSE_NOT_GRANTED, RECIPIENT, SEPARATE_CONSENT")
                .contains("DENY REVOCATION_OPEN")
                .contains("DENY LIST_BLACK")
                .contains("CONSISTENCY_INVALID");
    }

    private static String trailOfTheBuyer(DataFolder data, Market market) throws Exception {
        TokenFiles.write(data.tokens(), market);
        CommandLineTool tool = new CommandLineTool();
        var result = tool.run(
                "audit",
                "--party",
                "pty-blackpeak",
                "--gateway",
                market.gateway("regulator").url().toString(),
                "--token-file",
                data.tokens().resolve("regulator-officer").toString());
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(Files.exists(data.story().resolve("trust.json"))).isTrue();
        return result.output();
    }
}
