package io.provenant.usage.decision;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The reasons that a decision lists: all, or of very many the first of each rule and code, and then as they come. */
final class ListedReasons {

    static final int MOST = 128;

    private ListedReasons() {}

    static List<DecisionReason> of(List<DecisionReason> all) {
        if (all.size() <= MOST) {
            return all;
        }
        NavigableSet<String> told = new TreeSet<>();
        NavigableSet<DecisionReason> listed = new TreeSet<>();
        all.stream()
                .filter(reason -> told.add(reason.ruleCode() + " " + reason.code()))
                .forEach(listed::add);
        all.stream()
                .filter(reason -> !listed.contains(reason))
                .limit(MOST - listed.size())
                .toList()
                .forEach(listed::add);
        return List.copyOf(listed);
    }
}
