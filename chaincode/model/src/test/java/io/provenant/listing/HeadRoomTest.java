package io.provenant.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.testing.SmallMarket;
import java.util.ArrayList;
import java.util.List;
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
        "BLACK, SELF_REGULATORY, REVIEW, false",
        "WATCH, SELF_REGULATORY, NONE, false",
    })
    void what_neither_denies_nor_is_statutory_waits_for_room(
            String colour, String listKind, String effect, boolean finds) {
        entry(colour, listKind, effect);

        assertThat(publish(marks(32, "WATCH", "NONE"))).isEqualTo(finds ? List.of() : List.of("HEAD_FULL"));
    }

    @Test
    void black_marks_and_overdue_orders_give_way_to_nobody() {
        List<JsonObject> marks = marks(16, "BLACK", "NONE");
        marks.addAll(marks(32, "ORDER_OVERDUE", "NONE").subList(16, 32));

        assertThat(publish(marks)).containsExactly("HEAD_FULL");
        assertThat(market.stored(ListingMarket.ENTRY).text("state")).isEqualTo("NOTICED");
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
