package io.provenant.network.conformance;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.network.record.Versions;
import io.provenant.network.standalone.ledger.LedgerKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The run on real Fabric that a file of records comes from.
 *
 * @param cases how many were run; a file for BFT keeps only those that came out otherwise than with Raft
 * @param sha256 of the file that the run wrote
 */
record RecordedRun(LedgerKind kind, String recordedOn, Versions versions, long cases, String sha256) {

    /** This run, which has just written these lines. */
    static RecordedRun of(LedgerKind kind, long cases, List<String> lines) {
        return new RecordedRun(
                kind, LocalDate.now(ZoneOffset.UTC).toString(), Versions.ofThisRun(), cases, sha256(lines));
    }

    /** The run behind a file of records, if it was kept. */
    static Optional<RecordedRun> parse(List<String> lines) {
        return lines.stream()
                .findFirst()
                .map(line -> StrictJsonReader.parseObject(line.getBytes(StandardCharsets.UTF_8)))
                .map(json -> new RecordedRun(
                        LedgerKind.parse(json.text("ledger")),
                        json.text("recordedOn"),
                        new Versions(json.text("fabric"), json.text("shim"), json.text("gateway"), json.text("jdk")),
                        json.integer("cases"),
                        json.text("sha256")));
    }

    String json() {
        return JsonObject.empty()
                .with("ledger", kind.code())
                .with("recordedOn", recordedOn)
                .with("fabric", versions.fabric())
                .with("shim", versions.shim())
                .with("gateway", versions.gateway())
                .with("jdk", versions.jdk())
                .with("cases", cases)
                .with("sha256", sha256)
                .canonical();
    }

    static String sha256(List<String> lines) {
        try {
            byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
