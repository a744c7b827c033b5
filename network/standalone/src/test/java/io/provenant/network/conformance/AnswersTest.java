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
 * The ledger answers every wrong call as real Fabric 3.1.5 answered it; recorded as the schedules are, see {@link
 * ConformanceTest}. {@code -Drow=<regular expression>} makes the calls of that name only.
 */
@OnLedger(code = Code.PROBE, isShared = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersTest {

    private final Connections connections;
    private final Transcript transcript = Transcript.ofFabric("answers");

    AnswersTest(TestLedger ledger) {
        this.connections = new Connections(ledger);
    }

    static Stream<Row> rows() {
        return Cases.rows().values().stream()
                .flatMap(List::stream)
                .filter(row -> row.name().matches(System.getProperty("row", ".*")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answers_as_fabric_does(Row row) {
        JsonObject record = RowRun.run(connections, row);

        transcript.add(record);
        assertThat(Transcript.readable(record)).isEqualTo(transcript.expected(row.name()));
    }

    @AfterAll
    void the_transcript_is_kept() {
        transcript.write(System.getProperty("row") == null);
    }
}
