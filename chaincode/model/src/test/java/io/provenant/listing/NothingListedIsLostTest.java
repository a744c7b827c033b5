package io.provenant.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.PartyId;
import io.provenant.party.PartyHead;
import io.provenant.party.PartyHead.ClassCode;
import io.provenant.party.PartyHead.Mark;
import io.provenant.party.PartyHead.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a slice is filled, by friends or enemies: what restricts is taken, and restricts until its end. */
class NothingListedIsLostTest {

    private static final long START_MS = 1_772_416_800_000L;
    private static final List<String> ISSUERS = List.of("pty-cac", "pty-assoc", "pty-assoc2", "pty-assoc3");
    private static final List<String> SECTORS =
            IntStream.range(10, 50).mapToObj(no -> "s" + no).toList();

    private final List<Mark> listed = new ArrayList<>();
    private JsonObject head = PartyHead.empty(new PartyId("pty-blackpeak"), ClassCode.ORDINARY, Slice.L);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void of_four_issuers_each_denial_and_review_lands_and_none_ends_early(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            long nowMs = START_MS + i;
            Mark mark = mark(i, nowMs, random);
            Optional<List<JsonObject>> marks =
                    ListMarks.of(new PartyHead(head), nowMs).with(mark);
            boolean restricts = mark.kind() == Mark.Kind.BLACK && !isOf(mark, "NONE");
            assertThat(marks.isPresent() || !restricts).as(mark.toString()).isTrue();
            if (marks.isPresent()) {
                head = head.withObjects("marks", marks.get());
            }
            if (restricts) {
                listed.add(mark);
            }
            assertThat(new PartyHead(head).marks()).hasSizeLessThanOrEqualTo(ListMarks.MOST);
            assertThat(listed)
                    .filteredOn(held -> held.isInForceAt(nowMs))
                    .allSatisfy(held ->
                            assertThat(new PartyHead(head).marks()).anyMatch(row -> restrictsNoLess(row, held)));
        }
    }

    private static boolean restrictsNoLess(Mark row, Mark mark) {
        return ListRow.list(row).equals(ListRow.list(mark))
                && row.kind() == Mark.Kind.BLACK
                && row.untilMs().orElseThrow() >= mark.untilMs().orElseThrow()
                && (row.sectorCodes().isEmpty()
                        || (!mark.sectorCodes().isEmpty() && row.sectorCodes().containsAll(mark.sectorCodes())));
    }

    private static boolean isOf(Mark mark, String effect) {
        return mark.effect().equals(Optional.of(effect));
    }

    private static Mark mark(int no, long nowMs, Random random) {
        int from = random.nextInt(SECTORS.size());
        int to = Math.min(SECTORS.size(), from + random.nextInt(4));
        return new Mark(JsonObject.empty()
                .with("kind", random.nextInt(5) == 0 ? "WATCH" : "BLACK")
                .with("refId", String.format(java.util.Locale.ROOT, "00000000-0000-4000-8000-%012d", no))
                .with("issuerId", ISSUERS.get(random.nextInt(ISSUERS.size())))
                .with("listKind", random.nextInt(3) == 0 ? "STATUTORY" : "SELF_REGULATORY")
                .with("effect", List.of("DENY", "REVIEW", "NONE").get(random.nextInt(3)))
                .withTexts("sectorCodes", SECTORS.subList(from, to))
                .with("severity", List.of("MINOR", "GENERAL", "SERIOUS").get(random.nextInt(3)))
                .with("untilMs", nowMs + 1 + random.nextInt(400)));
    }
}
