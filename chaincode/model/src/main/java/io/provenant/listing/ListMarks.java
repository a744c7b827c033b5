package io.provenant.listing;

import io.provenant.canonical.JsonObject;
import io.provenant.party.PartyHead;
import io.provenant.party.PartyHead.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The marks of a party's list slice, at most 32 (domain 4.1). What restricts finds room, so that friendly marks shield
 * nobody (INV-P6): it displaces what restricts nothing, and where all restrict, marks of one list become one row that
 * restricts no less. Nobody can fill more of the slice for others than one row for each of its lists.
 */
final class ListMarks {

    static final int MOST = 32;

    private static final Comparator<Mark> BY_REF = Comparator.comparing(Mark::refId);
    private static final Comparator<Mark> ENDS_FIRST = Comparator.comparing(
                    (Mark mark) -> mark.untilMs().orElse(Long.MAX_VALUE))
            .thenComparing(BY_REF);
    private static final Comparator<Mark> GIVES_WAY_FIRST =
            Comparator.comparing((Mark mark) -> mark.kind() == Mark.Kind.BLACK).thenComparing(ENDS_FIRST);

    private final List<Mark> inForce;

    private ListMarks(List<Mark> inForce) {
        this.inForce = inForce;
    }

    /** The marks of a head that count at this UTC millisecond; what has lapsed is gone. */
    static ListMarks of(PartyHead head, long ms) {
        return new ListMarks(
                head.marks().stream().filter(mark -> mark.isInForceAt(ms)).collect(Collectors.toList()));
    }

    /** The marks with one more, or nothing where there is no room for it. */
    Optional<List<JsonObject>> with(Mark mark) {
        List<Mark> marks = new ArrayList<>(inForce);
        if (mark.kind() == Mark.Kind.BLACK) {
            marks.removeIf(held -> held.kind() == Mark.Kind.RED);
        }
        if (marks.size() >= MOST) {
            marks.stream()
                    .filter(held -> givesWay(held, mark))
                    .min(GIVES_WAY_FIRST)
                    .ifPresent(marks::remove);
        }
        marks.add(mark);
        if (marks.size() > MOST && restricts(mark)) {
            makeOneOfTwo(marks);
        }
        return marks.size() > MOST
                ? Optional.empty()
                : Optional.of(marks.stream().sorted(BY_REF).map(Mark::json).toList());
    }

    // What no decision looks at gives way to what one does; a watch, if red or watch, to a statute and a denial too.
    private static boolean givesWay(Mark held, Mark mark) {
        boolean isFriendly = held.kind() == Mark.Kind.RED || held.kind() == Mark.Kind.WATCH;
        boolean isGrave =
                mark.listKind().filter(ListKind.STATUTORY.name()::equals).isPresent() || asks(mark, Effect.DENY);
        return restricts(mark) ? !restricts(held) : isFriendly && isGrave;
    }

    /** True if decisions look at it. */
    private static boolean restricts(Mark mark) {
        return switch (mark.kind()) {
            case BLACK -> asks(mark, Effect.DENY) || asks(mark, Effect.REVIEW);
            case ORDER_OVERDUE -> true;
            case WATCH, RED -> false;
        };
    }

    private static boolean asks(Mark mark, Effect effect) {
        return mark.effect().map(effect.name()::equals).orElse(effect == Effect.DENY); // absent: the strictest
    }

    // Two of one list and of equal sectors if there are any, else two of the list that has most rows.
    private static void makeOneOfTwo(List<Mark> marks) {
        twoThatEndFirst(marks, mark -> ListRow.list(mark) + " " + mark.sectorCodes())
                .or(() -> twoThatEndFirst(marks, ListRow::list))
                .ifPresent(two -> {
                    marks.removeAll(two);
                    marks.add(ListRow.of(two.get(0), two.get(1)));
                });
    }

    private static Optional<List<Mark>> twoThatEndFirst(List<Mark> marks, Function<Mark, String> likeness) {
        SortedMap<String, List<Mark>> alike = marks.stream()
                .filter(mark -> mark.kind() == Mark.Kind.BLACK)
                .sorted(ENDS_FIRST)
                .collect(Collectors.groupingBy(likeness, TreeMap::new, Collectors.toList()));
        return alike.values().stream()
                .filter(group -> group.size() > 1)
                .reduce((one, other) -> other.size() > one.size() ? other : one)
                .map(group -> List.copyOf(group.subList(0, 2)));
    }
}
