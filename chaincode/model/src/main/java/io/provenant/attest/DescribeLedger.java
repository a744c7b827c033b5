package io.provenant.attest;

import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
import io.provenant.command.CommandTable;
import io.provenant.command.UseCase;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.ModelVersion;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.Tx;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code ledger:describe}: which code runs here, which commands and records it knows (domain 3.12). */
public final class DescribeLedger implements UseCase<DescribeLedger.Question> {

    private static final CommandSpec SPEC = CommandSpec.of(
                    "ledger:describe", "Say which code, commands and records run")
            .forAnyCertificate()
            .asEvaluated();

    private final CommandTable others;
    private final SortedMap<String, String> schemaVersions;

    /**
     * A description of these commands and records.
     *
     * @param others all commands but this one
     * @param types all records
     */
    public DescribeLedger(CommandTable others, List<EntryType<?>> types) {
        this.others = others;
        SortedMap<String, String> versions = new TreeMap<>();
        types.forEach(type -> versions.put(type.docType(), type.schema().version()));
        this.schemaVersions = Collections.unmodifiableSortedMap(versions);
    }

    /** Nothing to ask. */
    public record Question(JsonObject body) implements Command {}

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Question read(JsonObject body) {
        return new Question(body);
    }

    @Override
    public Outcome apply(Question question, Tx tx, Ledger ledger) {
        List<JsonObject> versions = schemaVersions.entrySet().stream()
                .map(entry ->
                        JsonObject.empty().with("docType", entry.getKey()).with("schemaVersion", entry.getValue()))
                .toList();
        return Outcome.unchanged(JsonObject.empty()
                .with("codeSha256", tx.codeSha256())
                .with("commandTableHash", others.with(this).hash(tx.digests()).hex())
                .with("modelVersion", ModelVersion.CURRENT)
                .withObjects("schemaVersions", versions));
    }
}
