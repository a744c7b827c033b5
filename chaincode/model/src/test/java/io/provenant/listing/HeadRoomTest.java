package io.provenant.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.testing.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** INV-P6: who finds room in a full list slice. */
class HeadRoomTest {

    private static final JsonObject BODY = ListingMarket.publication("pty-cac");
    private static final long FAR = 4_000_000_000_000L;

    private final ListingMarket listing = new ListingMarket().noticed();
    private final SmallMarket market = listing.market;

    @Test
    void of_friendly_marks_the_one_that_ends_first_gives_way_to_a_denial() {
        List<JsonObject> marks = marks(32, "WATCH", "REVIEW");
        marks.set(7, mark(7, "WATCH", "REVIEW", FAR - 10));
        marks.set(9, mark(9, "WATCH", "REVIEW", FAR - 10));
        marks.set(3, mark(3, "WATCH", "REVIEW", FAR).without("untilMs"));

        assertThat(publish(marks)).isEmpty();
        assertThat(refs())
                .hasSize(32)
                .contains(ListingMarket.ENTRY_ID, ref(9), ref(3))
                .doesNotContain(ref(7));
        assertThat(refs()).isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        "BLACK, SELF_REGULATORY, DENY, true",
        "BLACK, STATUTORY, REVIEW, true",
        "WATCH, STATUTORY, NONE, true",
        "BLACK, SELF_REGULATORY, REVIEW, true",
        "BLACK, SELF_REGULATORY, NONE, false",
        "WATCH, SELF_REGULATORY, NONE, false",
    })
    void what_neither_restricts_nor_is_statutory_waits_for_room(
            String colour, String listKind, String effect, boolean finds) {
        entry(colour, listKind, effect);

        assertThat(publish(marks(32, "WATCH", "NONE"))).isEqualTo(finds ? List.of() : List.of("HEAD_FULL"));
    }

    @Test
    void friendly_black_marks_that_ask_for_nothing_give_way_after_those_of_a_watch() {
        List<JsonObject> marks = marks(32, "BLACK", "NONE");
        marks.set(5, mark(5, "WATCH", "REVIEW", FAR));

        assertThat(publish(marks)).isEmpty();
        assertThat(refs()).hasSize(32).contains(ListingMarket.ENTRY_ID).doesNotContain(ref(5));

        assertThat(published(marks(32, "BLACK", "NONE"))).hasSize(32).doesNotContain(ref(0));
    }

    @Test
    void friendly_black_marks_of_other_sectors_become_one_row_and_nothing_that_they_restrict_is_lost() {
        List<JsonObject> marks = marks(32, "BLACK", "DENY");
        for (int i = 0; i < 32; i++) {
            marks.set(i, mark(i, "BLACK", "DENY", FAR + i).withTexts("sectorCodes", List.of("s" + (i + 10))));
        }

        assertThat(publish(marks)).isEmpty();
        assertThat(refs()).hasSize(32).contains(ListingMarket.ENTRY_ID, ref(1)).doesNotContain(ref(0));
        JsonObject row = row(ref(1));
        assertThat(row.texts("sectorCodes")).containsExactly("s10", "s11");
        assertThat(row.integer("untilMs")).isEqualTo(FAR + 1);
        assertThat(row.integer("entryCount")).isEqualTo(2);
    }

    @Test
    void marks_of_equal_sectors_become_one_row_first() {
        List<JsonObject> marks = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            marks.add(mark(i, "BLACK", "DENY", FAR).withTexts("sectorCodes", List.of("s" + (i + 10))));
        }
        marks.set(30, mark(30, "BLACK", "DENY", FAR + 1).with("severity", "SERIOUS"));
        marks.set(31, mark(31, "BLACK", "DENY", FAR + 2));

        assertThat(publish(marks)).isEmpty();
        assertThat(refs()).hasSize(32).doesNotContain(ref(30));
        assertThat(row(ref(31)).texts("sectorCodes")).isEmpty();
        assertThat(row(ref(31)).text("severity")).isEqualTo("SERIOUS");
    }

    @Test
    void who_lists_most_makes_the_room() {
        List<JsonObject> marks = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            marks.add(mark(i, "BLACK", "DENY", FAR - i)
                    .with("issuerId", i < 2 ? "pty-cac" : "pty-assoc2")
                    .withTexts("sectorCodes", List.of("s" + (i + 10))));
        }
        marks.set(31, marks.get(31).with("issuerId", "pty-cac"));

        assertThat(publish(marks)).isEmpty();
        assertThat(refs()).hasSize(32).contains(ref(0), ref(1), ref(31)).doesNotContain(ref(30));
    }

    @Test
    void a_row_of_more_sectors_than_a_mark_may_name_is_about_all() {
        List<JsonObject> marks = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            marks.add(mark(i, "BLACK", "DENY", FAR + i).withTexts("sectorCodes", List.of("s" + (i + 10))));
        }
        List<String> most = IntStream.range(50, 82).mapToObj(no -> "s" + no).toList();
        marks.set(0, marks.get(0).withTexts("sectorCodes", most));

        assertThat(publish(marks)).isEmpty();
        assertThat(row(ref(1)).texts("sectorCodes")).isEmpty();
    }

    @Test
    void rows_of_as_many_lists_as_there_is_room_for_give_way_to_nobody() {
        List<JsonObject> marks = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            marks.add(mark(i, i < 16 ? "BLACK" : "ORDER_OVERDUE", "DENY", FAR).with("issuerId", "pty-a" + i));
        }

        assertThat(publish(marks)).containsExactly("HEAD_FULL");
        assertThat(market.stored(ListingMarket.ENTRY).text("state")).isEqualTo("NOTICED");
    }

    @Test
    void overdue_orders_keep_their_own_rows() {
        List<JsonObject> marks = marks(32, "ORDER_OVERDUE", "NONE");

        assertThat(publish(marks)).containsExactly("HEAD_FULL");
    }

    @Test
    void lapsed_marks_make_room_first() {
        entry("WATCH", "SELF_REGULATORY", "NONE");
        List<JsonObject> marks = marks(31, "BLACK", "DENY");
        marks.add(mark(31, "BLACK", "DENY", market.nowMs()));

        assertThat(publish(marks)).isEmpty();
        assertThat(refs()).hasSize(32).doesNotContain(ref(31));
    }

    @Test
    void a_black_mark_ends_the_red_ones() {
        List<JsonObject> marks = marks(2, "WATCH", "NONE");
        marks.add(mark(2, "RED", "GREEN", FAR));

        assertThat(publish(marks)).isEmpty();
        assertThat(refs()).containsExactlyInAnyOrder(ref(0), ref(1), ListingMarket.ENTRY_ID);
    }

    @Test
    void a_watch_mark_leaves_red_ones_alone() {
        entry("WATCH", "SELF_REGULATORY", "NONE");
        List<JsonObject> marks = marks(1, "RED", "GREEN");

        assertThat(publish(marks)).isEmpty();
        assertThat(refs()).hasSize(2);
    }

    private List<String> publish(List<JsonObject> marks) {
        JsonObject head = market.stored(ListingMarket.HEAD).withObjects("marks", marks);
        market.put(ListingMarket.HEAD, head.canonical());
        listing.approvedByRegulator(BODY);
        return listing.publish(ListingMarket.COLLEAGUE, BODY);
    }

    private List<String> published(List<JsonObject> marks) {
        market.put(
                ListingMarket.ENTRY,
                market.stored(ListingMarket.ENTRY)
                        .with("state", "NOTICED")
                        .with("rev", 2)
                        .canonical());
        assertThat(publish(marks)).isEmpty();
        return refs();
    }

    private JsonObject row(String refId) {
        return market.stored(ListingMarket.HEAD).objects("marks").stream()
                .filter(mark -> mark.text("refId").equals(refId))
                .findFirst()
                .orElseThrow();
    }

    private void entry(String colour, String listKind, String effect) {
        JsonObject entry = market.stored(ListingMarket.ENTRY)
                .with("colour", colour)
                .with("listKind", listKind)
                .with("effect", effect);
        market.put(ListingMarket.ENTRY, entry.canonical());
    }

    private List<String> refs() {
        return market.stored(ListingMarket.HEAD).objects("marks").stream()
                .map(mark -> mark.text("refId"))
                .toList();
    }

    private static List<JsonObject> marks(int count, String kind, String effect) {
        List<JsonObject> marks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            marks.add(mark(i, kind, effect, FAR));
        }
        return marks;
    }

    private static JsonObject mark(int no, String kind, String effect, long untilMs) {
        return JsonObject.empty()
                .with("kind", kind)
                .with("refId", ref(no))
                .with("issuerId", "pty-assoc2")
                .with("listKind", "SELF_REGULATORY")
                .with("effect", effect)
                .withTexts("sectorCodes", List.of())
                .with("severity", "GENERAL")
                .with("untilMs", untilMs);
    }

    private static String ref(int no) {
        return "00000000-0000-4000-8000-0000000000" + (no < 10 ? "0" : "") + no;
    }
}
