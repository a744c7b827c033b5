package io.provenant.network.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** What somebody needs to go on by hand with a market that runs: where it listens, and everybody's bearer tokens. */
final class Places {

    private Places() {}

    static void show(PrintStream out, DataFolder folder, Market market) {
        out.printf(Locale.ROOT, "%nThe gateways go on running:%n");
        market.gateways()
                .forEach((name, app) -> out.printf(Locale.ROOT, "   %-12s %s/api/v1/status%n", name, app.url()));
        out.printf(Locale.ROOT, "   %-12s %s%n", "tokens", market.issuer());
        Path tokens = folder.tokens();
        TokenFiles.write(tokens, market);
        out.printf(
                Locale.ROOT,
                "Bearer tokens of everybody are in %s, keys and receipts in %s.%n",
                tokens,
                folder.story());
        out.printf(Locale.ROOT, "%nThe regulator's questions, for instance:%n");
        out.printf(
                Locale.ROOT,
                "   ./scripts/provenant audit --party pty-blackpeak --gateway %s --token-file %s%n",
                market.gateway("regulator").url(),
                tokens.resolve("regulator-officer"));
        out.println("Ctrl-C stops everything.");
    }
}
