package io.provenant.network.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.network.record.RecordFiles;
import io.provenant.network.standalone.ledger.LedgerKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page about conformance says what the kept records say; {@code -Dconformance.record=true} writes it anew. */
class ConformanceReportTest {

    @Test
    void the_report_is_what_the_records_say() {
        String report = ConformanceReport.text();
        if (RecordFiles.isRecording()) {
            RecordFiles.write(RecordFiles.report(), report);
        }

        assertThat(RecordFiles.read(RecordFiles.report())).isEqualTo(report);
    }

    @Test
    void every_case_is_recorded_and_nothing_else_is() {
        assertThat(Transcript.kept("schedules", LedgerKind.RAFT))
                .containsOnlyKeys(names(Cases.schedules().values().stream()
                        .flatMap(List::stream)
                        .map(Schedule::name)
                        .toList()));
        assertThat(Transcript.kept("answers", LedgerKind.RAFT))
                .containsOnlyKeys(names(Cases.rows().values().stream()
                        .flatMap(List::stream)
                        .map(Row::name)
                        .toList()));
    }

    @Test
    void bft_was_asked_every_case_and_what_is_kept_of_it_differs() {
        for (String subject : List.of("schedules", "answers")) {
            Map<String, String> raft = Transcript.kept(subject, LedgerKind.RAFT);
            assertThat(ConformanceReport.run(subject, LedgerKind.BFT).cases()).isEqualTo(raft.size());
            assertThat(Transcript.kept(subject, LedgerKind.BFT)).allSatisfy((name, line) -> {
                assertThat(raft).containsKey(name).doesNotContainEntry(name, line);
                assertThat(Difference.between(raft.getOrDefault(name, ""), line))
                        .isNotEqualTo("something else");
            });
        }
    }

    private static String[] names(List<String> names) {
        return names.toArray(String[]::new);
    }
}
