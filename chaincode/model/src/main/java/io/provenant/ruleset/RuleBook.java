package io.provenant.ruleset;

import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.RuleSetIncompleteException;
import io.provenant.ledger.Rules;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rule sets in force at one moment, read through one ledger. Which keys it reads depends on arguments and state
 * alone: a section is fetched at every use (domain 3a.5), so a warm and a cold peer record the same reads.
 */
public final class RuleBook implements Rules {

    private final Ledger ledger;
    private final long atMs;
    private final SortedSet<String> used;

    /** The rule sets in force at this UTC millisecond. */
    public RuleBook(Ledger ledger, long atMs) {
        this(ledger, atMs, new TreeSet<>());
    }

    private RuleBook(Ledger ledger, long atMs, SortedSet<String> used) {
        this.ledger = ledger;
        this.atMs = atMs;
        this.used = used;
    }

    @Override
    public RuleSections market() {
        return of(RuleHead.MARKET).orElseThrow(() -> new RuleSetIncompleteException(RuleHead.MARKET, "(no head)"));
    }

    @Override
    public Optional<RuleSections> of(String regime) {
        return ledger.get(RuleHead.key(regime))
                .flatMap(head -> head.inForceAt(atMs))
                .flatMap(id -> ledger.get(RuleSet.key(id)))
                .map(this::open);
    }

    @Override
    public List<String> used() {
        return List.copyOf(used);
    }

    @Override
    public Rules through(Ledger other) {
        return new RuleBook(other, atMs, used);
    }

    private RuleSections open(RuleSet ruleSet) {
        used.add(ruleSet.id());
        return new Opened(ruleSet);
    }

    /** One rule set of the book. */
    private final class Opened implements RuleSections {

        private final RuleSet ruleSet;

        Opened(RuleSet ruleSet) {
            this.ruleSet = ruleSet;
        }

        @Override
        public String ruleSetId() {
            return ruleSet.id();
        }

        @Override
        public JsonValue value(String section) {
            return ruleSet.section(section)
                    .flatMap(hash -> ledger.get(Section.key(hash)))
                    .orElseThrow(() -> new RuleSetIncompleteException(ruleSet.id(), section))
                    .value();
        }
    }
}
