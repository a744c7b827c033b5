package io.provenant.usage.decision;

import io.provenant.ledger.Ledger;
import io.provenant.ledger.Rules;
import io.provenant.ledger.Rules.RuleSections;
import io.provenant.ruleset.RuleHead;
import io.provenant.ruleset.RuleSet;
import io.provenant.ruleset.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** The regimes under which a use is judged, the rule set in force for each, and the stops their heads name. */
final class JudgedRegimes {

    private final List<String> regimes;
    private final SortedMap<String, RuleSections> ruleSets = new TreeMap<>();
    private final SortedMap<String, List<Stop>> stops = new TreeMap<>();
    private final SortedMap<String, Vocabulary> vocabularies = new TreeMap<>();

    /** Reads the heads, then what they name: the first reads of rule R01. */
    JudgedRegimes(SortedSet<String> regimes, Ledger ledger, Rules rules, long ms) {
        this.regimes = List.copyOf(regimes);
        SortedMap<String, RuleHead> heads = heads(ledger);
        ReadWave named = new ReadWave();
        for (RuleHead head : heads.values()) {
            head.inForceAt(ms).map(RuleSet::key).ifPresent(named::key);
            head.stopIds().forEach(id -> named.key(Stop.key(id)));
        }
        named.read(ledger);
        Rules through = rules.through(ledger);
        heads.forEach((regime, head) -> {
            through.of(regime).ifPresent(ruleSet -> ruleSets.put(regime, ruleSet));
            stops.put(regime, stops(head, ledger));
        });
    }

    private SortedMap<String, RuleHead> heads(Ledger ledger) {
        SortedMap<String, RuleHead> heads = new TreeMap<>();
        for (String regime : regimes) {
            ledger.get(RuleHead.key(regime)).ifPresent(head -> heads.put(regime, head));
        }
        return heads;
    }

    private static List<Stop> stops(RuleHead head, Ledger ledger) {
        return head.stopIds().stream()
                .map(Stop::key)
                .map(ledger::get)
                .flatMap(Optional::stream)
                .toList();
    }

    /** All regimes, ascending. */
    List<String> names() {
        return regimes;
    }

    /** The rule set in force for a regime. */
    Optional<RuleSections> ruleSet(String regime) {
        return Optional.ofNullable(ruleSets.get(regime));
    }

    /** The stops that a regime's head names. */
    List<Stop> stops(String regime) {
        return stops.getOrDefault(regime, List.of());
    }

    /** The rule sets in force, each once, by id. */
    List<RuleSections> ruleSets() {
        SortedMap<String, RuleSections> byId = new TreeMap<>();
        ruleSets.values().forEach(ruleSet -> byId.put(ruleSet.ruleSetId(), ruleSet));
        return List.copyOf(byId.values());
    }

    /** The words of a rule set. */
    Vocabulary vocabulary(RuleSections ruleSet) {
        return vocabularies.computeIfAbsent(ruleSet.ruleSetId(), id -> Vocabulary.of(ruleSet));
    }

    /** The regimes that a rule set judges. */
    List<String> judgedBy(RuleSections ruleSet) {
        List<String> judged = new ArrayList<>();
        ruleSets.forEach((regime, other) -> {
            if (other.ruleSetId().equals(ruleSet.ruleSetId())) {
                judged.add(regime);
            }
        });
        return judged;
    }
}
