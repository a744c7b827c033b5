package io.provenant.listing;

import io.provenant.canonical.JsonObject;
import io.provenant.party.PartyHead;
import io.provenant.party.PartyHead.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The marks of a party's list slice, at most 32 (domain 4.1). What restricts finds room: a statutory mark and one that
 * denies displace the red or watch mark that ends first, so that friendly marks shield nobody (INV-P6).
 */
final class ListMarks {

    static final int MOST = 32;

    private static final Comparator<Mark> BY_REF = Comparator.comparing(Mark::refId);

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
        if (marks.size() >= MOST && displaces(mark)) {
            marks.stream().filter(ListMarks::givesWay).min(endsFirst()).ifPresent(marks::remove);
        }
        if (marks.size() >= MOST) {
            return Optional.empty();
        }
        marks.add(mark);
        return Optional.of(marks.stream().sorted(BY_REF).map(Mark::json).toList());
    }

    private static boolean displaces(Mark mark) {
        return mark.listKind().filter(ListKind.STATUTORY.name()::equals).isPresent()
                || mark.effect().filter(Effect.DENY.name()::equals).isPresent();
    }

    private static boolean givesWay(Mark mark) {
        return mark.kind() == Mark.Kind.RED || mark.kind() == Mark.Kind.WATCH;
    }

    private static Comparator<Mark> endsFirst() {
        return Comparator.comparing((Mark mark) -> mark.untilMs().orElse(Long.MAX_VALUE))
                .thenComparing(BY_REF);
    }
}
