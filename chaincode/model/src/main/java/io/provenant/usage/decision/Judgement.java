package io.provenant.usage.decision;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.ModelVersion;
import io.provenant.ledger.Read;
import io.provenant.usage.DutyKind;
import io.provenant.usage.RequestId;
import io.provenant.usage.UsageDecision.Verdict;
import io.provenant.usage.UsageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the rules come to about one request, as a value: it names every reason and everything that was read, whoever asked
 * for it.
 */
public final class Judgement {

    private static final List<String> NOT_LISTED = List.of("RUS!", "TIK!"); // immutable, and the fence (domain 3a.4)

    private final UsageRequest request;
    private final List<String> regimes;
    private final SortedSet<String> rulesRun;
    private final Findings findings;
    private final JsonObject terms;
    private final SortedMap<DutyKind, Long> duties;

    private Judgement(
            Dossier dossier,
            SortedSet<String> rulesRun,
            Findings findings,
            JsonObject terms,
            SortedMap<DutyKind, Long> duties) {
        this.request = dossier.request();
        this.regimes = dossier.regimes().names();
        this.rulesRun = new TreeSet<>(rulesRun);
        this.findings = findings;
        this.terms = terms;
        this.duties = new TreeMap<>(duties);
    }

    static Judgement of(Dossier dossier, SortedSet<String> rulesRun, Findings findings) {
        if (!findings.reasons().isEmpty()) {
            return new Judgement(dossier, rulesRun, findings, JsonObject.empty(), new TreeMap<>());
        }
        PermitTerms terms = new PermitTerms(dossier);
        JsonObject limits =
                JsonObject.empty().with("validUntilMs", terms.validUntilMs()).with("usesMax", terms.usesMax());
        return new Judgement(dossier, rulesRun, findings, limits, terms.duties(findings.duties()));
    }

    /** Permit only if nothing failed. */
    public Verdict verdict() {
        return findings.reasons().isEmpty() ? Verdict.PERMIT : Verdict.DENY;
    }

    /** What is owed, by kind, and by when. */
    SortedMap<DutyKind, Long> duties() {
        return duties;
    }

    /** The id of the n-th duty, from 1. */
    String dutyId(int n) {
        return request.requestId().value() + "." + n;
    }

    /** The decision's own fields (domain 4.7). */
    public JsonObject fields(List<Read> reads) {
        List<DecisionReason> listed = ListedReasons.of(findings.reasons());
        int more = findings.reasons().size() - listed.size();
        return (more == 0 ? terms : terms.with("moreReasons", more))
                .with("requestHash", request.requestHash())
                .with("outcome", verdict().name())
                .with("modelVersion", ModelVersion.CURRENT)
                .withTexts("regimes", regimes)
                .withTexts("rulesRun", rulesRun)
                .withObjects(
                        "reasons", listed.stream().map(DecisionReason::json).toList())
                .withObjects("duties", dutyRows())
                .withObjects(
                        "reads",
                        reads.stream()
                                .filter(Judgement::isListed)
                                .map(Read::json)
                                .toList());
    }

    private List<JsonObject> dutyRows() {
        List<JsonObject> rows = new ArrayList<>();
        duties.forEach((kind, dueMs) -> rows.add(JsonObject.empty()
                .with("dutyId", dutyId(rows.size() + 1))
                .with("kind", kind.name())
                .with("dueMs", dueMs)));
        return rows;
    }

    private static boolean isListed(Read read) {
        return read.keys().stream().noneMatch(key -> NOT_LISTED.stream().anyMatch(key::startsWith));
    }

    /** The request's id, which is the decision's. */
    public RequestId requestId() {
        return request.requestId();
    }
}
