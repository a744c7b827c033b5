package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.index.AuditSubject;
import io.provenant.gateway.index.AuditSubject.Kind;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.index.RecordVersion;
import io.provenant.gateway.index.Relation;
import io.provenant.gateway.index.Slice;
import io.provenant.gateway.index.SliceRequest;
import io.provenant.gateway.ledger.LedgerClient;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.commit.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the ledger holds, from the index. Public records hold nothing that one organisation of the channel sees and
 * another does not, so whoever stands in the people file may read them.
 */
@RestController
public final class ReadController {

    private final Index index;
    private final LedgerClient ledger;
    private final RecordKinds kinds;

    /** Reads from this index. */
    public ReadController(Index index, LedgerClient ledger, RecordKinds kinds) {
        this.index = index;
        this.ledger = ledger;
        this.kinds = kinds;
    }

    @GetMapping("/api/v1/{area}/{record}/{id}")
    JsonObject one(@PathVariable String area, @PathVariable String record, @PathVariable String id) {
        String key = key(area, record, id);
        return Reads.one(index.record(key), key, Rows::record);
    }

    @GetMapping("/api/v1/{area}/{record}/{id}/history")
    JsonObject history(
            @PathVariable String area,
            @PathVariable String record,
            @PathVariable String id,
            @RequestParam Optional<String> limit,
            @RequestParam Optional<String> cursor) {
        String key = key(area, record, id);
        return Reads.list(part -> index.history(key, part), Reads.part(limit, cursor), Rows::record);
    }

    @GetMapping("/api/v1/{area}/{record}")
    JsonObject list(
            @PathVariable String area, @PathVariable String record, @RequestParam Map<String, String> parameters) {
        RecordKinds.Kind kind = kind(area, record);
        SliceRequest part = Reads.part(parameter(parameters, "limit"), parameter(parameters, "cursor"));
        List<String> others = new ArrayList<>(parameters.keySet());
        others.removeAll(List.of("limit", "cursor"));
        return Reads.list(query(kind, others, parameters), part, Rows::record);
    }

    @GetMapping("/api/v1/audit")
    JsonObject audit(@RequestParam Map<String, String> parameters) {
        List<AuditSubject> subjects = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            parameter(parameters, kind.name().toLowerCase(Locale.ROOT))
                    .ifPresent(id -> subjects.add(new AuditSubject(kind, checked(id, "a thing to audit"))));
        }
        if (subjects.size() != 1) {
            throw Reads.notAcceptable("name exactly one of party, origin, decision and version");
        }
        SliceRequest part = Reads.part(parameter(parameters, "limit"), parameter(parameters, "cursor"));
        return Reads.list(asked -> index.audit(subjects.get(0), asked), part, Rows::audit);
    }

    @GetMapping("/api/v1/transactions/{txId}")
    JsonObject transaction(@PathVariable String txId) {
        if (!txId.matches("[0-9a-f]{64}")) {
            throw Reads.notAcceptable("a transaction id is 64 lower-case hex digits");
        }
        JsonObject known = Reads.asOf(index.asOf()).with("txId", txId);
        Optional<Submission> own = ledger.outcome(txId);
        if (own.filter(Submission.Indeterminate.class::isInstance).isPresent()) {
            return known.with("state", "INDETERMINATE");
        }
        if (own.filter(ReadController::isOver).isPresent()) {
            return known.with("state", "INVALID").with("validationCode", Ending.FENCE_PASSED);
        }
        return Reads.one(index.transaction(txId), "transaction " + txId, Rows::transaction);
    }

    // In no block, and never to be in one that counts: only the gateway that sent it can say so.
    private static boolean isOver(Submission own) {
        return own instanceof Submission.Conflict conflict
                && conflict.validationCode().equals(Ending.FENCE_PASSED);
    }

    private Function<SliceRequest, Slice<RecordVersion>> query(
            RecordKinds.Kind kind, List<String> others, Map<String, String> parameters) {
        if (others.isEmpty()) {
            return part -> index.list(kind.type(), part);
        }
        Optional<Relation> relation = others.size() == 1 ? kind.relation(others.get(0)) : Optional.empty();
        return relation.<Function<SliceRequest, Slice<RecordVersion>>>map(
                        by -> part -> index.related(by, related(parameters, others.get(0)), part))
                .orElseThrow(() -> Reads.notAcceptable(kind.name() + " is listed by nothing else than "
                        + kind.relations().keySet()));
    }

    private String key(String area, String record, String id) {
        RecordKinds.Kind kind = kind(area, record);
        return kind.type() + "!" + checked(id, "a " + kind.name());
    }

    private static String related(Map<String, String> parameters, String name) {
        return checked(parameters.getOrDefault(name, ""), "a " + name);
    }

    private static String checked(String id, String of) {
        if (!id.matches("[A-Za-z0-9._:/!-]{1,400}")) {
            throw Reads.notAcceptable("not an id of " + of);
        }
        return id;
    }

    private RecordKinds.Kind kind(String area, String record) {
        return kinds.find(area, record)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "no-route",
                        "no records " + area + "/" + record + "; see /api/v1/openapi.json"));
    }

    private static Optional<String> parameter(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }
}
