package io.provenant.listing;

import static io.provenant.testing.SmallMarket.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Role;
import io.provenant.testing.SmallMarket;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServeNoticeTest {

    private final ListingMarket listing = new ListingMarket();
    private final SmallMarket market = listing.market;

    @BeforeEach
    void an_entry_is_proposed() {
        listing.propose(ListingMarket.proposal());
        listing.on("2026-01-06T02:00:00Z");
    }

    @Test
    void notice_is_served_and_the_time_to_answer_runs() {
        assertThat(listing.notice(ListingMarket.notice())).isEmpty();

        JsonObject entry = market.stored(ListingMarket.ENTRY);
        assertThat(entry.text("state")).isEqualTo("NOTICED");
        assertThat(entry.integer("noticeServedMs")).isEqualTo(market.nowMs());
        assertThat(Instant.ofEpochMilli(entry.integer("answerDueMs"))).hasToString("2026-01-13T15:59:59.999Z");
        assertThat(entry.objects("documents"))
                .extracting(document -> document.text("kindCode"))
                .containsExactly("LIST_EVIDENCE", "LIST_NOTICE");
        assertThat(entry.integer("rev")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T16:00:00Z, 2026-01-13T15:59:59.999Z",
        "2026-01-06T15:59:59Z, 2026-01-13T15:59:59.999Z",
        "2026-01-06T16:00:00Z, 2026-01-14T15:59:59.999Z",
        "2026-01-09T02:00:00Z, 2026-01-16T15:59:59.999Z",
        "2026-01-10T02:00:00Z, 2026-01-16T15:59:59.999Z",
    })
    void five_working_days_in_beijing_are_the_least(String served, Instant earliest) {
        listing.on(served);
        JsonObject due = ListingMarket.notice().with("answerDueMs", earliest.toEpochMilli());
        JsonObject early = ListingMarket.notice().with("answerDueMs", earliest.toEpochMilli() - 1);

        assertThat(listing.notice(early)).containsExactly("NOTICE_TOO_SHORT");
        assertThat(listing.notice(due)).isEmpty();
    }

    @Test
    void a_waiting_time_of_0_has_passed_at_once() {
        market.section("listAnswerWd", new JsonInteger(0));
        JsonObject now = ListingMarket.notice().with("answerDueMs", market.nowMs());

        assertThat(listing.notice(now.with("answerDueMs", market.nowMs() - 1))).containsExactly("NOTICE_TOO_SHORT");
        assertThat(listing.notice(now)).isEmpty();
    }

    @Test
    void a_year_that_the_calendar_lacks_is_not_guessed() {
        listing.on("2027-12-30T02:00:00Z");

        assertThat(listing.notice(ListingMarket.notice())).containsExactly("RULESET_NONE");
    }

    @Test
    void the_notice_itself_is_cited() {
        JsonObject nowhere = ListingMarket.paper("2".repeat(32), "LIST_NOTICE");

        assertThat(listing.notice(ListingMarket.notice().withObjects("documents", List.of())))
                .containsExactly("DOCUMENT_MISSING");
        assertThat(listing.notice(ListingMarket.notice().withObjects("documents", List.of(nowhere))))
                .containsExactly("DOCUMENT_MISSING");
    }

    @Test
    void an_entry_cites_8_papers_at_most() {
        List<JsonObject> papers = IntStream.rangeClosed(1, 8)
                .mapToObj(n -> Integer.toString(n).repeat(32))
                .map(docKey -> {
                    listing.deposit(docKey);
                    return ListingMarket.paper(docKey, "LIST_NOTICE");
                })
                .toList();

        assertThat(listing.notice(ListingMarket.notice().withObjects("documents", papers)))
                .containsExactly("LIMIT_EXCEEDED");
        assertThat(listing.notice(ListingMarket.notice().withObjects("documents", papers.subList(0, 7))))
                .isEmpty();
    }

    @Test
    void only_the_issuer_serves_notice() {
        assertThat(codes(market.send("pty-assoc2", Role.ASSOCIATION_OFFICER, "list:notice", ListingMarket.notice())))
                .containsExactly("NOT_YOURS");
        assertThat(codes(market.send("pty-blackpeak", Role.CONSUMER_OFFICER, "list:notice", ListingMarket.notice())))
                .containsExactly("ROLE_NOT_ALLOWED");
    }

    @Test
    void the_entry_exists_in_the_revision_that_was_seen() {
        JsonObject other = ListingMarket.notice().with("entryId", "11111111-2222-4333-8444-555555555555");

        assertThat(listing.notice(other)).containsExactly("NOT_FOUND");
        assertThat(listing.notice(ListingMarket.notice().with("rev", 2))).containsExactly("REV_MISMATCH");
    }

    @ParameterizedTest
    @EnumSource(value = EntryState.class, mode = EnumSource.Mode.EXCLUDE, names = "PROPOSED")
    void only_a_proposal_is_noticed(EntryState state) {
        JsonObject entry = market.stored(ListingMarket.ENTRY).with("state", state.name());
        market.put(ListingMarket.ENTRY, entry.canonical());

        assertThat(listing.notice(ListingMarket.notice())).containsExactly("STATE_ILLEGAL");
    }

    @Test
    void a_method_of_service_that_the_rule_set_does_not_list_is_unknown() {
        assertThat(listing.notice(ListingMarket.notice().with("serviceMethodCode", "RUMOUR")))
                .containsExactly("CODE_UNKNOWN");
    }
}
