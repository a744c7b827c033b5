package io.provenant.ruleset;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Rules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The codes of one list and what each is narrower than: rows {@code {list, code, broader[]?}} of the section
 * {@code codeLists}.
 */
public final class CodeHierarchy {

    private final SortedMap<String, List<String>> broader;

    private CodeHierarchy(SortedMap<String, List<String>> broader) {
        this.broader = broader;
    }

    /** The hierarchy of this list. */
    public static CodeHierarchy of(String list, Rules.RuleSections rules) {
        SortedMap<String, List<String>> broader = new TreeMap<>();
        for (JsonObject row : rules.rows("codeLists")) {
            if (row.text("list").equals(list)) {
                broader.put(row.text("code"), row.has("broader") ? row.texts("broader") : List.of());
            }
        }
        return new CodeHierarchy(broader);
    }

    /** True if the code is the root or narrower than it. */
    public boolean isWithin(String code, String root) {
        return ancestors(code).contains(root);
    }

    /** The code itself and all that it is narrower than. */
    public SortedSet<String> ancestors(String code) {
        SortedSet<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(code));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                open.addAll(broader.getOrDefault(next, List.of()));
            }
        }
        return found;
    }

    /** The broadest of what the code is narrower than: the classes it falls in. */
    public SortedSet<String> classes(String code) {
        SortedSet<String> found = ancestors(code);
        found.removeIf(ancestor -> !broader.getOrDefault(ancestor, List.of()).isEmpty());
        return found;
    }
}
