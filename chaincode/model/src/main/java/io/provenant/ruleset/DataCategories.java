package io.provenant.ruleset;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Rules;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What categories of data mean under one rule set: which are personal, and under which heads of PIPL Article 28 they are
 * sensitive. Reads the sections {@code codeLists} and {@code sensitiveRoots} (rows
 * {@code {rootCode, categoryRootCodes[]}}).
 */
public final class DataCategories {

    /** The head of PIPL Article 28 for minors under fourteen. */
    public static final String MINORS = "MINOR_UNDER_14";

    private static final String PERSONAL = "pd:";

    private final CodeHierarchy hierarchy;
    private final List<JsonObject> roots;

    private DataCategories(CodeHierarchy hierarchy, List<JsonObject> roots) {
        this.hierarchy = hierarchy;
        this.roots = roots;
    }

    /** The categories of this rule set. */
    public static DataCategories of(Rules.RuleSections rules) {
        return new DataCategories(CodeHierarchy.of("categories", rules), rules.rows("sensitiveRoots"));
    }

    /** The sensitive heads that these categories fall under. */
    public SortedSet<String> sensitiveRoots(Collection<String> categories) {
        SortedSet<String> found = new TreeSet<>();
        for (JsonObject root : roots) {
            if (anyWithin(categories, root.texts("categoryRootCodes"))) {
                found.add(root.text("rootCode"));
            }
        }
        return found;
    }

    /** True if one of these categories is one of these roots or narrower. */
    public boolean anyWithin(Collection<String> categories, Collection<String> rootCodes) {
        return categories.stream()
                .anyMatch(category -> hierarchy.ancestors(category).stream().anyMatch(rootCodes::contains));
    }

    /**
     * True if consent to the granted categories is consent to this one: one of them is it or broader, and under each
     * sensitive head of this one lies one of those as well.
     */
    public boolean covers(Collection<String> granted, String category) {
        SortedSet<String> broader = hierarchy.ancestors(category);
        broader.retainAll(granted);
        return !broader.isEmpty() && sensitiveRoots(broader).containsAll(sensitiveRoots(List.of(category)));
    }

    /** True if one of these categories is personal: a term of DPV's personal data, or narrower than one. */
    public boolean anyPersonal(Collection<String> categories) {
        return categories.stream()
                .flatMap(category -> hierarchy.ancestors(category).stream())
                .anyMatch(code -> code.startsWith(PERSONAL));
    }
}
