package io.provenant.usage.decision;

import io.provenant.ledger.Rules.RuleSections;
import io.provenant.ruleset.CodeHierarchy;
import io.provenant.ruleset.DataCategories;

/**
 * The words of a request as one rule set orders them, made once a decision: a real market lists some hundred codes.
 *
 * @param purposes what is narrower than what
 * @param ops the same for what is done with data
 * @param categories the same for kinds of data, and which of them are sensitive
 */
record Vocabulary(CodeHierarchy purposes, CodeHierarchy ops, DataCategories categories) {

    /** What consents to such categories reach. */
    ConsentedCategories consented() {
        return new ConsentedCategories(categories);
    }

    /** The words of this rule set. */
    static Vocabulary of(RuleSections ruleSet) {
        return new Vocabulary(
                CodeHierarchy.of("purposes", ruleSet), CodeHierarchy.of("ops", ruleSet), DataCategories.of(ruleSet));
    }
}
