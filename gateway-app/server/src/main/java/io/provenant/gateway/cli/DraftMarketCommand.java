package io.provenant.gateway.cli;

import io.provenant.canonical.Commitments;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.log.JdkDigests;
import io.provenant.gateway.rules.DraftRuleSet;
import io.provenant.gateway.vault.FileFault;
import io.provenant.ruleset.Regime;
import io.provenant.ruleset.RuleSetId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the bodies of the commands that found a market under the default rules. */
@Command(
        name = "draft-market",
        mixinStandardHelpOptions = true,
        description = {
            "Write the bodies of the commands that found a market under the default rules, from a file",
            "{\"channel\", \"regimes\": [...], \"founders\": [...]}: sections/*.json for rules:addSection, approve.json for",
            "each founder, found.json for market:found. A founder's \"legalName\" becomes a salted commitment; name and",
            "salt are kept in legal-names.json, which stays in the house. Needs no gateway."
        })
final class DraftMarketCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "channel, regimes and founders as JSON; - for standard input")
    private Path file = Path.of("");

    @Option(
            names = "--rule-set",
            defaultValue = "rs-market-1",
            paramLabel = "ID",
            description = "id of the first rule set (default: ${DEFAULT-VALUE})")
    private String ruleSet = "";

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "where to write the files")
    private Path out = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    private final JdkDigests digests = new JdkDigests();

    @Override
    public Integer call() {
        JsonObject plan = InputFile.json(file);
        List<JsonObject> names = new ArrayList<>();
        DraftRuleSet rules = DraftRuleSet.defaults();
        try {
            JsonObject found = body(plan, rules, names);
            Files.createDirectories(out.resolve("sections"));
            for (JsonObject section : rules.additions(digests)) {
                write("sections/" + section.text("name") + ".json", section);
            }
            JsonObject subject =
                    JsonObject.empty().with("command", "market:found").with("body", found);
            write("approve.json", JsonObject.of("subject", subject));
            write("found.json", found);
            write("legal-names.json", JsonObject.empty().withObjects("names", names));
        } catch (IllegalArgumentException e) {
            throw new CliException(ExitCode.REFUSED, file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new CliException(ExitCode.NO_ANSWER, out + " cannot be made: " + FileFault.says(e));
        }
        Cli.out(spec).println("written to " + out + "; check found.json before anybody approves it");
        return ExitCode.DONE;
    }

    private JsonObject body(JsonObject plan, DraftRuleSet rules, List<JsonObject> names) {
        List<Regime> regimes =
                plan.texts("regimes").stream().map(Regime::valueOf).sorted().toList();
        List<JsonObject> founders = plan.objects("founders").stream()
                .map(founder -> named(founder, names))
                .sorted(Comparator.comparing((JsonObject founder) -> founder.text("partyId")))
                .toList();
        String glossary = digests.digest(DraftRuleSet.glossary()).hex();
        return JsonObject.empty()
                .with("channel", plan.text("channel"))
                .withTexts("regimes", regimes.stream().map(Regime::name).toList())
                .withObjects("founders", founders)
                .with("ruleSet", rules.marketRuleSet(new RuleSetId(ruleSet), 1, regimes, glossary, digests))
                .withTexts(
                        "approverIds",
                        founders.stream()
                                .map(founder -> founder.text("partyId"))
                                .toList());
    }

    private JsonObject named(JsonObject founder, List<JsonObject> names) {
        if (!founder.has("legalName")) {
            return founder;
        }
        byte[] salt = new byte[32];
        new SecureRandom().nextBytes(salt);
        JsonObject document = JsonObject.empty()
                .with("docType", "LegalName")
                .with("id", UUID.randomUUID().toString())
                .with("text", founder.text("legalName"));
        names.add(JsonObject.empty()
                .with("partyId", founder.text("partyId"))
                .with("document", document)
                .with("salt", HexFormat.of().formatHex(salt)));
        return founder.without("legalName")
                .with(
                        "legalNameCommit",
                        Commitments.commit(digests, document, salt).hex());
    }

    private void write(String name, JsonObject value) {
        InputFile.write(out.resolve(name), value.canonicalBytes());
    }
}
