package io.provenant.listing;

import static io.provenant.testing.SmallMarket.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.dispatch.Result;
import io.provenant.ledger.Role;
import io.provenant.testing.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProposeEntryTest {

    private final ListingMarket listing = new ListingMarket();
    private final SmallMarket market = listing.market;

    @Test
    void a_proposal_has_no_effect_yet() {
        assertThat(listing.propose(ListingMarket.proposal())).isEmpty();

        JsonObject entry = market.stored(ListingMarket.ENTRY);
        assertThat(entry.text("state")).isEqualTo("PROPOSED");
        assertThat(entry.text("docType")).isEqualTo("ListEntry");
        assertThat(entry.text("proposerPerson")).isEqualTo(ListingMarket.PROPOSER);
        assertThat(entry.objects("documents").get(0).text("privateHash")).hasSize(64);
        assertThat(entry.has("entryId")).isFalse();
        assertThat(market.stored(ListingMarket.HEAD).objects("marks")).isEmpty();
        assertThat(market.stored(ListingMarket.HEAD).integer("rev")).isOne();
    }

    @Test
    void the_same_proposal_again_gives_the_same_answer_also_after_notice() {
        listing.propose(ListingMarket.proposal());
        assertThat(again(ListingMarket.proposal()).writes()).isEmpty();

        listing.on("2026-01-06T02:00:00Z").notice(ListingMarket.notice());
        assertThat(again(ListingMarket.proposal()).writes()).isEmpty();
        assertThat(market.stored(ListingMarket.ENTRY).text("state")).isEqualTo("NOTICED");
    }

    @ParameterizedTest
    @CsvSource({"severity, GENERAL", "effect, REVIEW", "partyId, pty-exchange"})
    void another_proposal_under_the_same_id_is_refused(String field, String value) {
        listing.propose(ListingMarket.proposal());

        assertThat(listing.propose(ListingMarket.proposal().with(field, value))).containsExactly("ALREADY_EXISTS");
    }

    @Test
    void another_paper_under_the_same_id_is_refused() {
        listing.propose(ListingMarket.proposal());
        JsonObject other = ListingMarket.paper("1".repeat(32), "LIST_EVIDENCE");

        assertThat(listing.propose(ListingMarket.proposal().withObjects("documents", List.of(other))))
                .containsExactly("ALREADY_EXISTS");
    }

    @Test
    void the_issuer_is_the_acting_party() {
        assertThat(listing.propose(ListingMarket.proposal().with("issuerId", "pty-assoc2")))
                .containsExactly("NOT_YOURS");
        listing.propose(ListingMarket.proposal());
        assertThat(codes(market.send(
                        "pty-assoc2",
                        Role.ASSOCIATION_OFFICER,
                        "list:propose",
                        ListingMarket.proposal().with("issuerId", "pty-assoc2"))))
                .containsExactly("ALREADY_EXISTS");
    }

    @ParameterizedTest
    @CsvSource({"pty-exchange, EXCHANGE_COMPLIANCE", "pty-blackpeak, CONSUMER_OFFICER", "pty-court, COURT_CLERK"})
    void only_associations_and_regulators_propose(String party, Role role) {
        JsonObject body = ListingMarket.proposal().with("issuerId", party);

        assertThat(codes(market.send(party, role, "list:propose", body))).containsExactly("ROLE_NOT_ALLOWED");
    }

    @Test
    void an_association_makes_no_statutory_entry_and_a_regulator_does() {
        JsonObject statutory =
                ListingMarket.proposal().with("listKind", "STATUTORY").with("basisCode", "STATUTE");

        assertThat(listing.propose(statutory)).containsExactly("LIST_KIND_AUTHORITY");
        assertThat(codes(market.send(
                        "pty-cac", Role.REGULATOR_OFFICER, "list:propose", statutory.with("issuerId", "pty-cac"))))
                .isEmpty();
    }

    @Test
    void no_party_is_put_on_a_red_list_without_the_scores_that_nobody_can_show_yet() {
        JsonObject red = ListingMarket.proposal().with("colour", "RED").with("effect", "GREEN");

        assertThat(listing.propose(red)).containsExactly("RED_CONDITION");
    }

    @Test
    void green_is_for_red_lists_only() {
        assertThat(listing.propose(ListingMarket.proposal().with("effect", "GREEN")))
                .containsExactly("INPUT_MALFORMED");
    }

    @Test
    void a_minor_entry_is_for_members_only() {
        JsonObject minor = ListingMarket.proposal().with("severity", "MINOR");

        assertThat(listing.propose(minor)).containsExactly("INPUT_MALFORMED");
        assertThat(listing.propose(minor.with("visibility", "MEMBERS"))).isEmpty();
    }

    @Test
    void evidence_is_cited_and_deposited() {
        JsonObject nowhere = ListingMarket.paper("2".repeat(32), "LIST_EVIDENCE");

        assertThat(listing.propose(ListingMarket.proposal().withObjects("documents", List.of())))
                .containsExactly("DOCUMENT_MISSING");
        assertThat(listing.propose(ListingMarket.proposal().withObjects("documents", List.of(nowhere))))
                .containsExactly("DOCUMENT_MISSING");
    }

    @Test
    void nobody_lists_itself_or_its_own_group() {
        market.group("grp-1", "pty-assoc", "pty-exchange");

        assertThat(listing.propose(ListingMarket.proposal().with("partyId", "pty-assoc")))
                .containsExactly("NOT_INDEPENDENT");
        assertThat(listing.propose(ListingMarket.proposal().with("partyId", "pty-exchange")))
                .containsExactly("NOT_INDEPENDENT");
    }

    @Test
    void a_party_that_was_never_activated_is_not_found() {
        assertThat(listing.propose(ListingMarket.proposal().with("partyId", "pty-nobody")))
                .containsExactly("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sectorCodes", "measureCodes"})
    void codes_stand_in_the_lists_of_the_rule_set(String field) {
        assertThat(listing.propose(ListingMarket.proposal().withTexts(field, List.of("unheard-of"))))
                .containsExactly("CODE_UNKNOWN");
    }

    @Test
    void a_basis_that_the_rule_set_does_not_list_is_unknown() {
        assertThat(listing.propose(ListingMarket.proposal().with("basisCode", "HEARSAY")))
                .containsExactly("CODE_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "11111111-2222-4333-8444-555555555555, true",
        "11111111-2222-4333-8444-555555555555.3, true",
        "eqv-678f452f95c8ddb3eeb6040dc4284f57, true",
        "eqv-678f452f, false",
        "vio-7, false",
    })
    void violations_are_named_by_whatever_id_the_ledger_gave_them(String id, boolean known) {
        assertThat(listing.propose(ListingMarket.proposal().withTexts("violationIds", List.of(id))))
                .isEqualTo(known ? List.of() : List.of("INPUT_MALFORMED"));
    }

    @Test
    void an_id_of_the_issuers_choice_is_a_uuid() {
        assertThat(listing.propose(ListingMarket.proposal().with("entryId", "len-7")))
                .containsExactly("INPUT_MALFORMED");
    }

    private Result.Success again(JsonObject body) {
        return market.accept("pty-assoc", ListingMarket.COLLEAGUE, Role.ASSOCIATION_OFFICER, "list:propose", body);
    }
}
