package io.provenant.network.conformance;

import io.provenant.network.conformance.Schedule.Round;
import io.provenant.network.conformance.Schedule.Step;
import java.util.ArrayList;
import java.util.List;

/** A chaincode that answers badly, late, differently or too much. */
final class MisbehaviourSchedules {

    private MisbehaviourSchedules() {}

    static List<Schedule> all() {
        List<Schedule> schedules = new ArrayList<>();
        for (int status : List.of(200, 400, 404, 500)) {
            schedules.add(both("status " + status, "put ~k0 v0", "status " + status + " E42"));
        }
        schedules.add(both("an exception", "put ~k0 v0", "throw E42"));
        schedules.add(both("an unknown operation", "unknown word"));
        schedules.add(both("a rich query", "query {}"));
        schedules.add(both("an empty key", "put  v0"));
        schedules.add(both("a key that is read and empty", "get "));
        schedules.add(both("a key in the space of composite keys", "put \u0000~k0 v0"));
        schedules.add(both("an event without a name", "event  payload"));
        schedules.add(both("a call of another chaincode", "call nowhere run"));
        schedules.add(both("a call of itself", "call probe run"));
        schedules.add(both("a page and a write", "page ~k0 ~k9 2", "put ~k0 v0"));
        schedules.add(both("a write and a page", "put ~k0 v0", "page ~k0 ~k9 2"));
        schedules.add(both("answers that differ", "random"));
        schedules.add(Schedule.of("writes that differ", Round.of(Step.of("a", "A", "put ~k0 v0", "random"))));
        schedules.add(Schedule.of("longer than a chaincode may run", Round.of(Step.of("a", "A", "wait 13000"))));
        schedules.add(Schedule.of("more than a block may hold", Round.of(Step.of("a", "A", "bigput ~k0 11000000"))));
        return schedules;
    }

    private static Schedule both(String name, String... operations) {
        return Schedule.of(
                name,
                Round.of(
                        Step.of("a", "A", operations),
                        Step.of("b", "A", operations).evaluated()));
    }
}
