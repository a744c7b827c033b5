package io.provenant.usage.decision;

import io.provenant.ledger.Rules;
import java.util.List;

/** The rules that this version of the code has, in the order in which they run. */
public final class UsageRules {

    /** The section of a rule set that lists the rules that run. */
    public static final String SECTION = "rules";

    static final List<UsageRule> BUILT = List.of(
            new RuleSetInForce(),
            new ActiveParties(),
            new UnlistedParties(),
            new UsableVersions(),
            new GrantedPurpose(),
            new ValidConsents(),
            new SeparateConsents(),
            new GrantedRecipients());

    private static final List<String> ALWAYS = List.of("R01", "R02", "R03");

    private UsageRules() {}

    /** The codes of the rules that are built, ascending. */
    public static List<String> codes() {
        return BUILT.stream().map(UsageRule::code).toList();
    }

    /** True if a decision can be judged by this list: R01 to R03 are in it, and nothing that is not built. */
    public static boolean canRun(List<String> ruleCodes) {
        return ruleCodes.containsAll(ALWAYS) && codes().containsAll(ruleCodes);
    }

    /** True if the rule set lists this rule. */
    static boolean lists(Rules.RuleSections ruleSet, String code) {
        return ruleSet.texts(SECTION).contains(code);
    }
}
