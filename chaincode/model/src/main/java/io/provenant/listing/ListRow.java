package io.provenant.listing;

import io.provenant.party.PartyHead.Mark;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One row for two marks of one list: it restricts in every sector in which one of them does, as long as the longer one,
 * and so never less than both. It bears the id of the entry that ends last and says how many it stands for.
 */
final class ListRow {

    private static final String COUNT = "entryCount";
    private static final int MOST_SECTORS = 32;

    private ListRow() {}

    /** The list that a mark is of, as far as decisions can tell: who issues it, on what basis, with which effect. */
    static String list(Mark mark) {
        return mark.issuerId() + " " + mark.listKind().orElse("") + " "
                + mark.effect().orElse("");
    }

    /** The row for two marks of one list, given in the order in which they end. */
    static Mark of(Mark first, Mark last) {
        Severity one = Severity.valueOf(first.json().text("severity"));
        Severity other = Severity.valueOf(last.json().text("severity"));
        return new Mark(last.json()
                .withTexts("sectorCodes", sectors(first.sectorCodes(), last.sectorCodes()))
                .with("severity", (one.compareTo(other) > 0 ? one : other).name())
                .with(COUNT, count(first) + count(last)));
    }

    // No sector means all of them.
    private static List<String> sectors(List<String> one, List<String> other) {
        SortedSet<String> both = new TreeSet<>(one);
        both.addAll(other);
        boolean all = one.isEmpty() || other.isEmpty() || both.size() > MOST_SECTORS;
        return all ? List.of() : List.copyOf(both);
    }

    private static long count(Mark mark) {
        return mark.json().optionalInteger(COUNT).orElse(1L);
    }
}
