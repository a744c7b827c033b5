package io.provenant.network.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Every case that is compared, by the kind that the report counts it under. */
final class Cases {

    static final long SEEDS = 200;

    private Cases() {}

    static Map<String, List<Schedule>> schedules() {
        Map<String, List<Schedule>> kinds = new LinkedHashMap<>();
        kinds.put("rules of validation, one each", NamedSchedules.all());
        kinds.put("ranges around the sizes of batches", RangeSchedules.all());
        kinds.put("endorsements and policies", PolicySchedules.all());
        kinds.put("private data", PrivateSchedules.all());
        kinds.put("chaincode that misbehaves", MisbehaviourSchedules.all());
        kinds.put(
                "drawn from seeds",
                LongStream.rangeClosed(1, SEEDS).mapToObj(SeededSchedules::of).toList());
        return kinds;
    }

    static Map<String, List<Row>> rows() {
        Map<String, List<Row>> kinds = new LinkedHashMap<>();
        kinds.put("gateway: endorse and evaluate", ProposalRows.all());
        kinds.put("gateway: submit", SubmitRows.all());
        kinds.put("gateway: status of a transaction", StatusRows.all());
        kinds.put("gateway: events", EventRows.all());
        kinds.put("peer: endorser", EndorserRows.all());
        kinds.put("peer: blocks, filtered, full and with private data", DeliverRows.all());
        return kinds;
    }
}
