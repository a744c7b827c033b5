package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.LedgerClient;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;

/** Whether this gateway does its work: blocks, database, and whatever other parts say of themselves. */
public final class Health {

    private final LedgerClient ledger;
    private final IndexProbe index;
    private final List<HealthSource> sources;

    /** The health of these. */
    public Health(LedgerClient ledger, IndexProbe index, List<HealthSource> sources) {
        this.ledger = ledger;
        this.index = index;
        this.sources = List.copyOf(sources);
    }

    ResponseEntity<JsonObject> answer() {
        List<HealthProblem> problems = new ArrayList<>(blocks());
        problems.addAll(database());
        sources.forEach(source -> problems.addAll(source.problems()));
        boolean isDown = problems.stream().anyMatch(HealthProblem::isDown);
        String status = isDown ? "DOWN" : problems.isEmpty() ? "UP" : "DEGRADED";
        String says = problems.stream()
                .map(HealthProblem::says)
                .reduce((some, more) -> some + "; " + more)
                .orElseGet(() -> "blocks come in, up to " + ledger.height());
        return ResponseEntity.status(isDown ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(JsonObject.empty()
                        .with("status", status)
                        .with("says", says)
                        .withObjects(
                                "problems",
                                problems.stream().map(HealthProblem::toJson).toList()));
    }

    private List<HealthProblem> blocks() {
        return ledger
                .problem()
                .map(why -> new HealthProblem(
                        "blocks-missing",
                        true,
                        "blocks do not come in",
                        "the log of the gateway says why; provenant doctor looks at the peer"))
                .stream()
                .toList();
    }

    private List<HealthProblem> database() {
        try {
            index.asOf();
            return List.of();
        } catch (DataAccessException | TransactionException e) {
            return List.of(new HealthProblem(
                    "database-unavailable",
                    true,
                    "the database does not answer",
                    "look at it; the gateway goes on by itself when it is back"));
        }
    }
}
