package io.provenant.usage.decision;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.ledger.RecordedLedger;
import io.provenant.ruleset.RuleBook;
import io.provenant.testing.MemoryState;
import io.provenant.usage.UsageDecision;
import io.provenant.usage.UsageRequest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Comes to a decision again, from nothing but what it recorded. */
final class Replay {

    /** What must come out the same. */
    static final List<String> SAME =
            List.of("outcome", "reasons", "duties", "rulesRun", "regimes", "reads", "requestHash", "modelVersion");

    private Replay() {}

    /** The decision's own fields; nothing in this state has moved since, but for the decision itself. */
    static JsonObject of(JsonObject decision, MemoryState now) {
        RecordedState state = new RecordedState(decision.objects("reads"), history(now));
        RecordedLedger ledger = new RecordedLedger(state);
        long ms = decision.integer("createdMs");
        JsonObject first = decision.objects("reads").get(0);
        UsageRequest request = ledger.get(
                        UsageRequest.TYPE.key(first.text("key").substring("REQ!".length())))
                .orElseThrow();
        ledger.get(UsageDecision.key(request.requestId()));
        return new UsageJudge(ledger, new RuleBook(ledger, ms))
                .judge(request, ms)
                .fields(ledger.reads());
    }

    private static SortedMap<String, String> history(MemoryState state) {
        SortedMap<String, String> history = new TreeMap<>();
        state.values().forEach((key, value) -> {
            JsonObject json = StrictJsonReader.parseObject(value);
            history.put(json.has("rev") ? key + "@" + json.integer("rev") : key, value);
        });
        return history;
    }
}
