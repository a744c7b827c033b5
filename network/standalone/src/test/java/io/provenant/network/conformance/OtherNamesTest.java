package io.provenant.network.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.network.testing.Code;
import io.provenant.network.testing.OnLedger;
import io.provenant.network.testing.TestLedger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same records come from another channel of organisations with other names. */
@OnLedger(
        code = Code.PROBE,
        channel = "elsewhere-2",
        mspIds = {"mare.msp", "nord-7", "ardea"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherNamesTest {

    private static final long SEEDS = 10;

    private final Connections connections;
    private final Transcript schedules = Transcript.ofFabric("schedules");
    private final Transcript answers = Transcript.ofFabric("answers");

    OtherNamesTest(TestLedger ledger) {
        this.connections = new Connections(ledger);
    }

    static Stream<Schedule> schedules() {
        return Stream.of(
                        PolicySchedules.all().stream(),
                        PrivateSchedules.all().stream(),
                        LongStream.rangeClosed(1, SEEDS).mapToObj(SeededSchedules::of))
                .flatMap(stream -> stream);
    }

    static Stream<Row> rows() {
        return ProposalRows.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schedules")
    void does_what_fabric_does(Schedule schedule) {
        JsonObject record = ScheduleRun.run(connections, schedule);

        assertThat(Transcript.readable(record)).isEqualTo(schedules.expected(schedule.name()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answers_as_fabric_does(Row row) {
        JsonObject record = RowRun.run(connections, row);

        assertThat(Transcript.readable(record)).isEqualTo(answers.expected(row.name()));
    }
}
