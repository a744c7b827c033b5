package io.provenant.gateway.cli;

import io.provenant.canonical.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deposits a private document. */
@Command(
        name = "deposit",
        mixinStandardHelpOptions = true,
        description = {
            "Deposit a private document: document:deposit.",
            "The document, a JSON object with docType and id (a UUID), goes to the members of the collection alone; a"
                    + " salted hash goes on the ledger. Prints the docKey that other commands cite."
        })
final class DepositCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the document as JSON; - for standard input")
    private Path file = Path.of("");

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            description = "such as pdcListing (default: the organisation's own)")
    private @Nullable String collection;

    @Option(names = "--as", paramLabel = "ROLE", description = "the role to act in (default: your first)")
    private @Nullable String role;

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, String> headers = new TreeMap<>();
        if (role != null) {
            headers.put("Pvn-Act-As", role);
        }
        JsonObject document = JsonObject.of("document", InputFile.json(file));
        JsonObject request = collection == null ? document : document.with("collection", collection);
        return Cli.submitted(
                spec,
                gateway.client().post("/documents", "application/json", request.canonicalBytes(), headers),
                "look at its transaction before you deposit it again");
    }
}
