package io.provenant.listing;

import static io.provenant.testing.SmallMarket.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.dispatch.Result;
import io.provenant.ledger.Read;
import io.provenant.ledger.Role;
import io.provenant.testing.SmallMarket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PublishEntryTest {

    private static final JsonObject BODY = ListingMarket.publication("pty-cac");

    private final ListingMarket listing = new ListingMarket();
    private final SmallMarket market = listing.market;

    @BeforeEach
    void notice_was_served() {
        listing.noticed();
    }

    @Test
    void a_publication_is_one_mark_in_the_partys_head() {
        listing.approvedByRegulator(BODY);

        Result.Success success =
                market.accept("pty-assoc", ListingMarket.COLLEAGUE, Role.ASSOCIATION_OFFICER, "list:publish", BODY);

        assertThat(success.payload())
                .isEqualTo("{\"answer\":{},\"command\":\"list:publish\",\"v\":1,\"writes\":[{\"key\":\""
                        + ListingMarket.ENTRY + "\",\"rev\":3},{\"key\":\"" + ListingMarket.HEAD + "\",\"rev\":2}]}");
        JsonObject entry = market.stored(ListingMarket.ENTRY);
        assertThat(entry.text("state")).isEqualTo("PUBLISHED");
        assertThat(entry.text("publisherPerson")).isEqualTo(ListingMarket.COLLEAGUE);
        assertThat(entry.text("documentDate")).isEqualTo("2026-01-15");
        assertThat(Instant.ofEpochMilli(entry.integer("minUntilMs"))).hasToString("2027-01-15T15:59:59.999Z");
        assertThat(Instant.ofEpochMilli(entry.integer("maxUntilMs"))).hasToString("2029-01-15T15:59:59.999Z");
        assertThat(market.stored(ListingMarket.HEAD).objects("marks"))
                .extracting(JsonObject::canonical)
                .containsExactly("{\"effect\":\"DENY\",\"issuerId\":\"pty-assoc\",\"kind\":\"BLACK\","
                        + "\"listKind\":\"SELF_REGULATORY\",\"refId\":\"" + ListingMarket.ENTRY_ID
                        + "\",\"sectorCodes\":[\"health\"],\"severity\":\"SERIOUS\",\"untilMs\":"
                        + entry.integer("maxUntilMs") + "}");
    }

    @Test
    void it_reads_nothing_that_the_listed_party_writes() {
        listing.approvedByRegulator(BODY);

        Result.Success success =
                market.accept("pty-assoc", ListingMarket.COLLEAGUE, Role.ASSOCIATION_OFFICER, "list:publish", BODY);

        assertThat(success.reads())
                .flatExtracting(Read::keys)
                .filteredOn(key -> !key.startsWith("RUS!") && !key.startsWith("APR!"))
                .containsExactlyInAnyOrder(
                        "TIK!market",
                        "MKT!founding",
                        "PTY!pty-assoc",
                        ListingMarket.ENTRY,
                        ListingMarket.HEAD,
                        "RHD!MARKET",
                        "RUL!" + SmallMarket.RULE_SET);
    }

    @Test
    void an_entry_is_never_published_without_notice() {
        JsonObject entry = market.stored(ListingMarket.ENTRY).with("state", "PROPOSED");
        market.put(ListingMarket.ENTRY, entry.without("answerDueMs").canonical());
        listing.approvedByRegulator(BODY);

        assertThat(publish()).containsExactly("STATE_ILLEGAL");
    }

    @Test
    void the_party_may_answer_until_the_last_millisecond() {
        listing.approvedByRegulator(BODY);

        assertThat(listing.on("2026-01-13T15:59:59.998Z").publish(ListingMarket.COLLEAGUE, BODY))
                .containsExactly("NOTICE_PERIOD_OPEN");
        assertThat(listing.on("2026-01-13T15:59:59.999Z").publish(ListingMarket.COLLEAGUE, BODY))
                .isEmpty();
    }

    @Test
    void an_answer_that_was_considered_ends_the_waiting() {
        JsonObject entry = market.stored(ListingMarket.ENTRY).with("answerOutcomeCode", "NOT_CONVINCING");
        market.put(ListingMarket.ENTRY, entry.canonical());
        listing.on("2026-01-09T02:00:00Z").approvedByRegulator(BODY);

        assertThat(publish()).isEmpty();
    }

    @Test
    void the_proposer_does_not_publish_be_it_with_another_certificate() {
        listing.approvedByRegulator(BODY);

        assertThat(listing.publish(ListingMarket.PROPOSER, BODY)).containsExactly("FOUR_EYES");
    }

    @Test
    void nobody_else_than_the_issuer_publishes() {
        listing.approvedByRegulator(BODY);

        assertThat(codes(market.send("pty-assoc2", Role.ASSOCIATION_OFFICER, "list:publish", BODY)))
                .containsExactly("NOT_YOURS");
        assertThat(codes(market.send("pty-blackpeak", Role.CONSUMER_OFFICER, "list:publish", BODY)))
                .containsExactly("ROLE_NOT_ALLOWED");
    }

    @Test
    void an_approval_of_the_issuers_own_colleague_is_not_one_of_another_party() {
        JsonObject body = ListingMarket.publication("pty-assoc");

        assertThat(listing.publish(ListingMarket.COLLEAGUE, body)).containsExactly("APPROVALS_MISSING");
        listing.approved("pty-assoc", "colleague1", Role.ASSOCIATION_OFFICER, body);
        assertThat(listing.publish(ListingMarket.COLLEAGUE, body)).containsExactly("APPROVALS_MISSING");
    }

    @Test
    void the_proposer_does_not_approve_the_own_proposal() {
        JsonObject body = ListingMarket.publication("pty-assoc");
        listing.approved("pty-assoc", ListingMarket.PROPOSER, Role.ASSOCIATION_OFFICER, body);

        assertThat(listing.publish(ListingMarket.COLLEAGUE, body)).containsExactly("FOUR_EYES");
    }

    @Test
    void the_listed_party_does_not_approve_its_own_listing() {
        JsonObject body = ListingMarket.publication("pty-blackpeak");
        listing.approved("pty-blackpeak", "blackpeak0", Role.REGULATOR_OFFICER, body);

        assertThat(listing.publish(ListingMarket.COLLEAGUE, body)).isNotEmpty();
        assertThat(market.stored(ListingMarket.HEAD).objects("marks")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pty-cac, REGULATOR_OFFICER, true",
        "pty-assoc2, ASSOCIATION_OFFICER, true",
        "pty-court, COURT_CLERK, true",
        "pty-exchange, EXCHANGE_COMPLIANCE, false",
    })
    void only_authorities_approve(String party, Role role, boolean counts) {
        JsonObject body = ListingMarket.publication(party);
        listing.approved(party, "approver00", role, body);

        assertThat(listing.publish(ListingMarket.COLLEAGUE, body))
                .isEqualTo(counts ? List.of() : List.of("APPROVALS_MISSING"));
    }

    @Test
    void an_approval_is_over_this_exact_body_and_not_too_old() {
        listing.approvedByRegulator(BODY.with("rev", 3));
        assertThat(publish()).containsExactly("APPROVALS_MISSING");

        listing.on("2026-01-15T02:00:00Z").approvedByRegulator(BODY).on("2026-02-15T02:00:00Z");
        assertThat(publish()).containsExactly("APPROVALS_MISSING");
    }

    @Test
    void no_rule_set_waives_the_approval_of_another_party() {
        market.section(
                "approvals",
                new JsonArray(List.of(SmallMarket.json("{\"command\":\"list:publish\",\"count\":1,"
                        + "\"otherParty\":false,\"roles\":[\"association.officer\"]}"))));
        JsonObject body = ListingMarket.publication("pty-assoc", "pty-cac");
        listing.approved("pty-assoc", "colleague1", Role.ASSOCIATION_OFFICER, body);
        assertThat(listing.publish(ListingMarket.COLLEAGUE, body)).containsExactly("APPROVALS_MISSING");
        listing.approvedByRegulator(body);
        assertThat(listing.publish(ListingMarket.COLLEAGUE, body)).isEmpty();
    }

    @Test
    void two_persons_of_one_party_are_not_two_parties() {
        market.section(
                "approvals",
                new JsonArray(List.of(SmallMarket.json("{\"command\":\"list:publish\",\"count\":2,"
                        + "\"otherParty\":true,\"roles\":[\"court.clerk\",\"regulator.officer\"]}"))));
        JsonObject body = ListingMarket.publication("pty-cac", "pty-court");
        listing.approvedByRegulator(body);
        listing.approved("pty-cac", "colleague1", Role.REGULATOR_OFFICER, body);
        assertThat(listing.publish(ListingMarket.COLLEAGUE, body)).containsExactly("APPROVALS_MISSING");

        listing.approved("pty-court", "approver00", Role.COURT_CLERK, body);
        assertThat(listing.publish(ListingMarket.COLLEAGUE, body)).isEmpty();
    }

    @Test
    void an_approval_that_was_taken_back_does_not_count() {
        listing.approvedByRegulator(BODY);
        String key = market.state().values().keySet().stream()
                .filter(held -> held.startsWith("APR!"))
                .findFirst()
                .orElseThrow();
        market.put(key, market.stored(key).with("state", "REVOKED").canonical());

        assertThat(publish()).containsExactly("APPROVALS_MISSING");
    }

    @Test
    void a_rule_set_that_asks_for_no_approval_is_asked_for_one_all_the_same() {
        market.section("approvals", new JsonArray(List.of()));

        assertThat(publish()).containsExactly("APPROVALS_MISSING");
        listing.approvedByRegulator(BODY);
        assertThat(publish()).isEmpty();
    }

    @Test
    void everything_that_stands_in_the_way_is_said_at_once() {
        listing.on("2026-01-09T02:00:00Z");

        assertThat(listing.publish(ListingMarket.PROPOSER, BODY))
                .containsExactly("APPROVALS_MISSING", "FOUR_EYES", "NOTICE_PERIOD_OPEN");
    }

    @ParameterizedTest
    @EnumSource(value = EntryState.class, mode = EnumSource.Mode.EXCLUDE, names = "NOTICED")
    void only_what_was_noticed_is_published(EntryState state) {
        JsonObject entry = market.stored(ListingMarket.ENTRY).with("state", state.name());
        market.put(ListingMarket.ENTRY, entry.canonical());
        listing.approvedByRegulator(BODY);

        assertThat(publish()).containsExactly("STATE_ILLEGAL");
    }

    @Test
    void the_entry_exists_in_the_revision_that_was_seen_and_its_party_has_a_head() {
        JsonObject stale = BODY.with("rev", 1);
        JsonObject other = BODY.with("entryId", "11111111-2222-4333-8444-555555555555");
        listing.approvedByRegulator(stale).approvedByRegulator(other).approvedByRegulator(BODY);

        assertThat(listing.publish(ListingMarket.COLLEAGUE, stale)).containsExactly("REV_MISMATCH");
        assertThat(listing.publish(ListingMarket.COLLEAGUE, other)).containsExactly("NOT_FOUND");
        JsonObject entry = market.stored(ListingMarket.ENTRY).with("partyId", new JsonString("pty-nobody"));
        market.put(ListingMarket.ENTRY, entry.canonical());
        assertThat(publish()).containsExactly("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "MINOR, 2026-01-15, 2026-04-15",
        "GENERAL, 2026-04-15, 2027-01-15",
        "SERIOUS, 2027-01-15, 2029-01-15",
    })
    void severity_says_how_long_it_stays(Severity severity, String least, String most) {
        JsonObject entry = market.stored(ListingMarket.ENTRY).with("severity", severity.name());
        market.put(ListingMarket.ENTRY, entry.canonical());
        listing.approvedByRegulator(BODY);

        assertThat(publish()).isEmpty();
        JsonObject published = market.stored(ListingMarket.ENTRY);
        assertThat(Instant.ofEpochMilli(published.integer("minUntilMs"))).hasToString(least + "T15:59:59.999Z");
        assertThat(Instant.ofEpochMilli(published.integer("maxUntilMs"))).hasToString(most + "T15:59:59.999Z");
    }

    private List<String> publish() {
        return listing.publish(ListingMarket.COLLEAGUE, BODY);
    }
}
