package io.provenant.approval;

import static io.provenant.testing.FoundedMarket.ASSOCIATION;
import static io.provenant.testing.FoundedMarket.EXCHANGE;
import static io.provenant.testing.FoundedMarket.HOSTED;
import static io.provenant.testing.FoundedMarket.REGULATOR;
import static io.provenant.testing.FoundedMarket.officer;
import static io.provenant.testing.SmallMarket.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.dispatch.Invoker;
import io.provenant.ledger.Role;
import io.provenant.testing.FoundedMarket;
import io.provenant.testing.TestChannel;
import io.provenant.testing.TestChannel.Call;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reviews of a committed request by those whom it names (domain 4.2, 3a.7). */
class ReviewRequestTest {

    private static final String REQUEST = "7d2e4a10-5b3c-4f6e-8a91-c0d2e3f4a5b6";
    private static final String HASH = "17715f6f86b619c38953d2a8a6544d6fd2b14e109efb1945adc8ccfe355f483e";
    private static final Invoker COMPLIANCE = officer(EXCHANGE, Role.EXCHANGE_COMPLIANCE);

    private final FoundedMarket market = new FoundedMarket().withHosted();
    private final TestChannel channel = market.channel();

    @BeforeEach
    void a_request() {
        request(HOSTED);
    }

    @Test
    void the_party_named_reviews_in_the_role_of_the_scope() {
        JsonObject answer = channel.answer(review(COMPLIANCE, "REVIEW_LIST"));

        assertThat(answer.text("subjectKey")).isEqualTo("REQ!" + REQUEST);
        assertThat(answer.text("subjectHash")).isEqualTo(HASH);
        JsonObject row = channel.stored("APR!REQ!" + REQUEST + "!" + HASH + "!REVIEW_LIST!pty-exchange");
        assertThat(row.text("scopeCode")).isEqualTo("REVIEW_LIST");
        assertThat(row.text("person")).isEqualTo("exchangecomplianceaa");
        assertThat(row.has("subject")).isFalse();
        assertThat(row.has("command")).isFalse();
    }

    @Test
    void the_exchange_reviews_a_party_whose_papers_lie_with_it() {
        assertThat(channel.stored("PTY!pty-medcenter").text("hostId")).isEqualTo(EXCHANGE);

        assertThat(channel.codes(review(COMPLIANCE, "REVIEW_LIST"))).isEmpty();
    }

    @Test
    void a_second_review_of_the_scope_gives_the_same_answer() {
        channel.accept(review(COMPLIANCE, "REVIEW_LIST"));
        Call colleague = review(officer(EXCHANGE, Role.EXCHANGE_COMPLIANCE, "colleague00"), "REVIEW_LIST");

        assertThat(channel.accept(colleague).writes()).isEmpty();
    }

    @Test
    void a_review_that_lapsed_is_given_again_by_whoever_acts_for_the_party() {
        channel.accept(review(COMPLIANCE, "REVIEW_LIST"));
        channel.at(channel.nowMs() + Approval.LIFE_DAYS * 86_400_000L + 1);
        channel.accept(review(officer(EXCHANGE, Role.EXCHANGE_COMPLIANCE, "colleague00"), "REVIEW_LIST"));

        JsonObject row = channel.stored("APR!REQ!" + REQUEST + "!" + HASH + "!REVIEW_LIST!pty-exchange");
        assertThat(row.text("person")).isEqualTo("colleague00");
        assertThat(new Approval(row).countsAt(channel.nowMs())).isTrue();
    }

    @Test
    void another_role_of_the_party_named_has_no_say() {
        assertThat(channel.codes(review(officer(EXCHANGE, Role.EXCHANGE_OFFICER), "REVIEW_LIST")))
                .containsExactly("APPROVAL_NOT_ASKED");
    }

    @Test
    void a_party_that_the_request_does_not_name_has_no_say() {
        assertThat(channel.codes(review(officer(REGULATOR, Role.REGULATOR_OFFICER), "REVIEW_GRADE")))
                .containsExactly("APPROVAL_NOT_ASKED");
        assertThat(channel.codes(review(officer(ASSOCIATION, Role.ASSOCIATION_OFFICER), "REVIEW_LIST")))
                .containsExactly("APPROVAL_NOT_ASKED");
    }

    @Test
    void a_scope_that_the_request_does_not_name_is_not_asked() {
        assertThat(channel.codes(review(COMPLIANCE, "REVIEW_GROUP"))).containsExactly("APPROVAL_NOT_ASKED");
    }

    @Test
    void the_consumer_does_not_review_itself() {
        request(EXCHANGE);

        assertThat(channel.codes(review(COMPLIANCE, "REVIEW_LIST"))).containsExactly("APPROVAL_NOT_ASKED");
    }

    @Test
    void a_company_of_the_consumers_group_is_not_independent() {
        for (String party : List.of(EXCHANGE, HOSTED)) {
            channel.state()
                    .put(
                            "PTG!" + party,
                            JsonObject.empty()
                                    .with("rev", 1)
                                    .with("groupId", "grp-x")
                                    .canonical());
        }

        assertThat(channel.codes(review(COMPLIANCE, "REVIEW_LIST"))).containsExactly("NOT_INDEPENDENT");
    }

    @Test
    void another_hash_is_not_this_request() {
        JsonObject body = review(COMPLIANCE, "REVIEW_LIST").body().with("requestHash", "0".repeat(64));

        assertThat(channel.codes(Call.of(COMPLIANCE, "approve", body))).containsExactly("REV_MISMATCH");
    }

    @Test
    void a_request_that_nobody_made_is_not_found() {
        JsonObject body =
                review(COMPLIANCE, "REVIEW_LIST").body().with("requestId", "00000000-5b3c-4f6e-8a91-c0d2e3f4a5b6");

        assertThat(channel.codes(Call.of(COMPLIANCE, "approve", body))).containsExactly("NOT_FOUND");
    }

    @Test
    void a_request_of_a_later_schema_is_not_judged_by_code_that_does_not_know_it() {
        String key = "REQ!" + REQUEST;
        channel.state()
                .put(key, channel.stored(key).with("schemaVersion", "9.0.0").canonical());

        assertThat(channel.codes(review(COMPLIANCE, "REVIEW_LIST"))).containsExactly("SCHEMA_UNKNOWN");
    }

    @Test
    void half_a_form_is_malformed() {
        JsonObject body = review(COMPLIANCE, "REVIEW_LIST").body().without("requestHash");

        assertThat(channel.codes(Call.of(COMPLIANCE, "approve", body))).containsExactly("INPUT_MALFORMED");
    }

    private void request(String consumer) {
        channel.state()
                .put(
                        "REQ!" + REQUEST,
                        json("{\"rev\":1,\"schemaVersion\":\"1.0.0\",\"reviews\":[{\"partyId\":\"pty-exchange\",\"scopeCode\":\"REVIEW_LIST\"}]}")
                                .with("consumerId", consumer)
                                .with("requestHash", HASH)
                                .canonical());
    }

    private static Call review(Invoker invoker, String scope) {
        return Call.of(
                invoker,
                "approve",
                JsonObject.empty()
                        .with("requestId", REQUEST)
                        .with("requestHash", HASH)
                        .with("scopeCode", scope));
    }
}
