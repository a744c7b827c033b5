package io.provenant.network.conformance;

import io.provenant.network.conformance.Schedule.Round;
import io.provenant.network.conformance.Schedule.Step;
import java.util.ArrayList;
import java.util.List;

/** Ranges around the sizes at which a peer changes how it reads and what it records. */
final class RangeSchedules {

    private RangeSchedules() {}

    static List<Schedule> all() {
        List<Schedule> schedules = new ArrayList<>();
        for (int rows : List.of(1, 49, 50, 51, 52, 99, 100, 101, 102, 120, 210)) {
            for (int read : List.of(1, 50, 51, 100, 101, 999)) {
                if (read <= rows || read == 999) {
                    schedules.add(of(rows, read));
                }
            }
        }
        schedules.add(Schedule.of(
                "a phantom behind the last row read, before the last row recorded",
                Round.of(Step.of("a", "A", "fill ~r 120")),
                Round.of(Step.of("b", "A", "range ~r ~rz 3", "put ~k0 v0"), Step.of("c", "B", "put ~r050x v0"))
                        .ordered("c", "b")));
        schedules.add(Schedule.of(
                "a phantom behind the last row recorded",
                Round.of(Step.of("a", "A", "fill ~r 120")),
                Round.of(Step.of("b", "A", "range ~r ~rz 3", "put ~k0 v0"), Step.of("c", "B", "put ~r110x v0"))
                        .ordered("c", "b")));
        schedules.add(Schedule.of(
                "a changed row among hashes",
                Round.of(Step.of("a", "A", "fill ~r 120")),
                Round.of(Step.of("b", "A", "range ~r ~rz 999", "put ~k0 v0"), Step.of("c", "B", "put ~r060 v1"))
                        .ordered("c", "b")));
        schedules.add(Schedule.of(
                "two ranges and a read of the same rows",
                Round.of(Step.of("a", "A", "fill ~r 5")),
                Round.of(Step.of(
                        "b",
                        "B",
                        "range ~r ~rz 9",
                        "range ~r ~rz 2",
                        "range ~r001 ~r003 9",
                        "get ~r001",
                        "del ~r002"))));
        schedules.add(Schedule.of(
                "composite keys",
                Round.of(Step.of("a", "A", "cput ~t a 1 v0", "cput ~t a 2 v1", "cput ~t b 1 v2", "put ~k0 v0")),
                Round.of(Step.of("b", "B", "crange ~t a", "cget ~t b 1", "range ~ ~zz 9", "put ~k1 v1")),
                Round.of(Step.of("c", "A", "crange ~t", "put ~k2 v2"), Step.of("d", "B", "cput ~t c 1 v3"))
                        .ordered("d", "c")));
        return schedules;
    }

    private static Schedule of(int rows, int read) {
        return Schedule.of(
                "range of " + rows + " rows, " + (read == 999 ? "all" : "" + read) + " read",
                Round.of(Step.of("a", "A", "fill ~r " + rows)),
                Round.of(Step.of("b", "B", "range ~r ~rz " + read, "put ~k0 v0")));
    }
}
