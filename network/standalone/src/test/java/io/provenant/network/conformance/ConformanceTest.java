package io.provenant.network.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.network.testing.Code;
import io.provenant.network.testing.OnLedger;
import io.provenant.network.testing.TestLedger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ledger does with every schedule what real Fabric 3.1.5 did with it. Run with {@code -Dledger=fabric} it does it
 * again, and {@code -Dconformance.record=true} writes it down anew.
 * {@code -Dschedule=<regular expression>} runs the schedules of that name only.
 */
@OnLedger(code = Code.PROBE, isShared = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {

    private final Connections connections;
    private final Transcript transcript = Transcript.ofFabric("schedules");

    ConformanceTest(TestLedger ledger) {
        this.connections = new Connections(ledger);
    }

    static Stream<Schedule> schedules() {
        return Cases.schedules().values().stream()
                .flatMap(List::stream)
                .filter(schedule -> schedule.name().matches(System.getProperty("schedule", ".*")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schedules")
    void does_what_fabric_does(Schedule schedule) {
        JsonObject record = ScheduleRun.run(connections, schedule);

        transcript.add(record);
        assertThat(Transcript.readable(record)).isEqualTo(transcript.expected(schedule.name()));
    }

    @AfterAll
    void the_transcript_is_kept() {
        transcript.write(System.getProperty("schedule") == null);
    }
}
