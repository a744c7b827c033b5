package io.provenant.proof.report;

import io.provenant.canonical.JsonObject;
import io.provenant.proof.attestation.Tick;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a verification found.
 *
 * @param file what was verified: its docType, or "file" where that could not be read
 * @param level the highest level at which every check passed; receipts only
 * @param tick the mark of time of the attestation; what it shows held then, not now
 * @param remarks what the reader should know beside the checks
 */
public record Report(
        String file,
        Verdict verdict,
        Optional<Level> level,
        Optional<Tick> tick,
        List<Check> checks,
        List<String> remarks) {

    /** Copies the lists in. */
    public Report {
        checks = List.copyOf(checks);
        remarks = List.copyOf(remarks);
    }

    /** The report as canonical JSON. */
    public JsonObject toJson() {
        JsonObject json = JsonObject.empty()
                .with("v", 1)
                .with("docType", "Report")
                .with("file", file)
                .with("verdict", verdict.name())
                .withObjects("checks", checks.stream().map(Check::toJson).toList())
                .withTexts("remarks", remarks);
        JsonObject levelled =
                level.map(reached -> json.with("level", reached.name())).orElse(json);
        return tick.map(mark -> levelled.with(
                        "tick", JsonObject.empty().with("no", mark.no()).with("tickMs", mark.tickMs())))
                .orElse(levelled);
    }

    /** The report for people: a line for each check, then what it comes to. */
    public String text() {
        String lines = checks.stream().map(Check::line).collect(Collectors.joining("\n", "", "\n"));
        String asOf = tick.map(mark -> ", as of tick " + mark.no() + " (" + mark.time() + ")")
                .orElse("");
        String reached = level.map(found -> ", level " + found).orElse("");
        String notes = remarks.stream().map(remark -> "note: " + remark + "\n").collect(Collectors.joining());
        return lines + "\n" + file + ": " + verdict.name().replace('_', ' ') + reached + asOf + "\n" + notes;
    }
}
