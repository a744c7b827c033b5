package io.provenant.ruleset;

import static io.provenant.ledger.ReasonCode.SECTION_INVALID;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The codes of the section {@code codeLists} under review, each with what it is narrower than. */
final class ListedCodes {

    private final SortedMap<String, SortedMap<String, List<String>>> lists = new TreeMap<>();

    ListedCodes(List<JsonObject> rows) {
        for (JsonObject row : rows) {
            lists.computeIfAbsent(row.text("list"), name -> new TreeMap<>())
                    .put(row.text("code"), row.has("broader") ? row.texts("broader") : List.of());
        }
    }

    boolean contains(String list, String code) {
        return lists.getOrDefault(list, new TreeMap<>()).containsKey(code);
    }

    /** Refuses a broader code that is not in its list, and a code that is broader than itself. */
    void check(Refusals refusals) {
        lists.forEach((name, codes) -> codes.forEach((code, broader) -> {
            boolean sound = codes.keySet().containsAll(broader)
                    && !ancestors(codes, broader).contains(code);
            refusals.require(
                    sound, SECTION_INVALID, new Detail("section", "codeLists"), Detail.found(name + "/" + code));
        }));
    }

    private static SortedSet<String> ancestors(SortedMap<String, List<String>> codes, List<String> broader) {
        SortedSet<String> found = new TreeSet<>();
        List<String> open = new ArrayList<>(broader);
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (found.add(next)) {
                open.addAll(codes.getOrDefault(next, List.of()));
            }
        }
        return found;
    }
}
