package io.provenant.network.conformance;

import io.provenant.network.conformance.Schedule.Round;
import io.provenant.network.conformance.Schedule.Step;
import java.util.List;

/** Schedules that each show one rule of validation. */
final class NamedSchedules {

    private static final Step PUT = Step.of("a", "A", "put ~k0 v0");

    private NamedSchedules() {}

    static List<Schedule> all() {
        return List.of(
                Schedule.of(
                        "own writes are not read", Round.of(Step.of("a", "A", "put ~k0 v0", "get ~k0", "put ~k0 v1"))),
                Schedule.of("a later read of a changed key", Round.of(PUT), conflict("get ~k0", "put ~k0 v2")),
                Schedule.of("an absent key that appears", conflict("get ~k0", "put ~k0 v2")),
                Schedule.of("a blind write", Round.of(PUT), conflict("put ~k0 v1", "put ~k0 v2")),
                Schedule.of("a phantom", Round.of(PUT), conflict("range ~k0 ~k9 9", "put ~k5 v2")),
                Schedule.of("a row that vanishes", Round.of(PUT), conflict("range ~k0 ~k9 9", "del ~k0")),
                Schedule.of("a row that changes", Round.of(PUT), conflict("range ~k0 ~k9 9", "put ~k0 v3")),
                Schedule.of("a row beyond the range", Round.of(PUT), conflict("range ~k0 ~k2 9", "put ~k5 v2")),
                Schedule.of("an empty range", conflict("range ~k0 ~k9 9", "put ~k5 v2")),
                Schedule.of(
                        "delete and create again",
                        Round.of(PUT),
                        Round.of(Step.of("b", "B", "del ~k0")),
                        Round.of(Step.of("c", "C", "get ~k0", "put ~k0 v1")),
                        Round.of(Step.of("d", "A", "get ~k0"))),
                Schedule.of("delete what never was", Round.of(Step.of("a", "A", "del ~k1", "put ~k2"))),
                Schedule.of(
                        "a held read survives a delete and a new value, not",
                        Round.of(PUT),
                        Round.of(Step.of("b", "A", "get ~k0", "put ~k1 v1")).ordered(),
                        Round.of(Step.of("c", "A", "del ~k0")),
                        Round.of(Step.of("d", "A", "put ~k0 v0")).ordered("d", "b")),
                Schedule.of("the same envelope twice in a block", Round.of(PUT).ordered("a", "a")),
                Schedule.of(
                        "the same envelope twice in two blocks",
                        Round.of(PUT),
                        new Round(List.of(Step.of("b", "A", "put ~k1 v1")), List.of("a", "b"))),
                Schedule.of(
                        "an invalid one sent again",
                        Round.of(PUT),
                        conflict("get ~k0", "put ~k0 v2"),
                        Round.of().ordered("loser")),
                Schedule.of(
                        "the last event wins",
                        Round.of(Step.of("a", "A", "event first 1", "event second 2", "put ~k0 v0"))),
                Schedule.of(
                        "nothing read and nothing written", Round.of(Step.of("a", "A", "txid", "channel", "creator"))),
                Schedule.of(
                        "history",
                        Round.of(PUT),
                        Round.of(Step.of("b", "A", "put ~k0 v1")),
                        Round.of(Step.of("c", "A", "del ~k0")),
                        Round.of(Step.of("d", "A", "history ~k0", "put ~k0 v2"))),
                Schedule.of("bytes of an answer", Round.of(Step.of("a", "A", "big 3000000"))),
                Schedule.of("bytes of a value", Round.of(Step.of("a", "A", "bigput ~k0 2000000"))));
    }

    /** A reader that is ordered after the writer whom it did not see. */
    private static Round conflict(String reads, String writes) {
        return Round.of(Step.of("loser", "A", reads, "put ~k7 v7"), Step.of("writer", "B", writes))
                .ordered("writer", "loser");
    }
}
