package io.provenant.ruleset;

import io.provenant.canonical.JsonArray;
import io.provenant.ledger.Ledger;

/** The section {@code signedCommands}: what a member signs with a key of its own, besides its certificate. */
public final class SignedCommands {

    private static final String SECTION = "signedCommands";

    private SignedCommands() {}

    /** True if the market's rule set in force asks for a signature; one without the section asks for none. */
    public static boolean include(String command, Ledger ledger, long ms) {
        return ledger.get(RuleHead.key(RuleHead.MARKET))
                .flatMap(head -> head.inForceAt(ms))
                .flatMap(id -> ledger.get(RuleSet.key(id)))
                .flatMap(ruleSet -> ruleSet.section(SECTION))
                .flatMap(hash -> ledger.get(Section.key(hash)))
                .map(Section::value)
                .filter(value ->
                        value instanceof JsonArray commands && commands.texts().contains(command))
                .isPresent();
    }
}
