package io.provenant.approval;

import static io.provenant.testing.FoundedMarket.ASSOCIATION;
import static io.provenant.testing.FoundedMarket.EXCHANGE;
import static io.provenant.testing.FoundedMarket.HOSTED;
import static io.provenant.testing.FoundedMarket.REGULATOR;
import static io.provenant.testing.FoundedMarket.activate;
import static io.provenant.testing.FoundedMarket.activation;
import static io.provenant.testing.FoundedMarket.approve;
import static io.provenant.testing.FoundedMarket.carrier;
import static io.provenant.testing.FoundedMarket.hosted;
import static io.provenant.testing.FoundedMarket.officer;
import static io.provenant.testing.FoundedMarket.seed;
import static io.provenant.testing.SmallMarket.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.dispatch.Invoker;
import io.provenant.dispatch.Result;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Role;
import io.provenant.testing.FoundedMarket;
import io.provenant.testing.TestChannel;
import io.provenant.testing.TestChannel.Call;
import io.provenant.testing.TestDigests;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Approvals of commands (domain 4.2, 3a.7): of exact bodies, by people who are asked and independent. */
class ApproveTest {

    private static final Invoker OFFICER = officer(ASSOCIATION, Role.ASSOCIATION_OFFICER);
    private static final JsonObject ACTIVATION = activation(HOSTED, ASSOCIATION);
    private static final String LAST = "zzzzzzzzzz";
    private static final long DAY_MS = 86_400_000;

    private final FoundedMarket market = new FoundedMarket();
    private final TestChannel channel = market.channel();

    @BeforeEach
    void a_verified_party() {
        channel.accept(market.applyHosted(hosted(HOSTED, "12440300MA5EXAMP4X", "CONTROLLER", "PROVIDER")));
        market.verify(HOSTED, "CONTROLLER", "PROVIDER");
    }

    @Test
    void the_subject_hash_of_a_publication_is_the_golden_one() {
        JsonObject body = json("{\"approverIds\":[\"pty-cac\"],\"effect\":\"DENY\",\"entryId\":\"len-7\",\"rev\":2}");

        assertThat(Subjects.hash(new TestDigests(), "list:publish", body).hex())
                .isEqualTo("033fc85dc97cc8647625faf939e7e82d21865e6f13fdc043d2d5dd30a27362fc");
    }

    @Test
    void the_row_holds_the_whole_command_and_who_agreed() {
        JsonObject answer = channel.answer(approve(OFFICER, "party:activate", ACTIVATION));

        String hash = answer.text("subjectHash");
        JsonObject row = channel.stored("APR!PTY!pty-medcenter!" + hash + "!pty-assoc!associationofficeraa");
        assertThat(answer.text("subjectKey")).isEqualTo("PTY!pty-medcenter");
        assertThat(row.object("subject").object("body")).isEqualTo(ACTIVATION);
        assertThat(row.text("scopeCode")).isEqualTo("COMMAND");
        assertThat(row.text("command")).isEqualTo("party:activate");
        assertThat(row.text("role")).isEqualTo("association.officer");
        assertThat(row.text("person")).isEqualTo("associationofficeraa");
        assertThat(row.has("documents")).isFalse();
    }

    @Test
    void the_same_approval_again_gives_the_same_answer_and_writes_nothing() {
        JsonObject answer = channel.answer(approve(OFFICER, "party:activate", ACTIVATION));
        Result.Success again = channel.accept(approve(OFFICER, "party:activate", ACTIVATION));

        assertThat(again.writes()).isEmpty();
        assertThat(again.payload()).contains(answer.canonical());
    }

    @Test
    void one_person_counts_once_with_whatever_certificate() {
        JsonObject adopt = json("{\"approverIds\":[\"pty-assoc\"],\"partyId\":\"pty-medcenter\",\"rev\":2}");
        channel.accept(approve(OFFICER, "party:activate", adopt));
        Invoker renewed = officer(ASSOCIATION, Role.ASSOCIATION_OFFICER);

        assertThat(channel.accept(approve(renewed, "party:activate", adopt)).writes())
                .isEmpty();
    }

    @Test
    void who_let_an_approval_lapse_gives_it_again_and_it_counts_for_another_thirty_days() {
        String key = "APR!PTY!pty-medcenter!"
                + channel.answer(approve(OFFICER, "party:activate", ACTIVATION)).text("subjectHash")
                + "!pty-assoc!associationofficeraa";
        long last = channel.nowMs() + Approval.LIFE_DAYS * DAY_MS;

        assertThat(channel.at(last)
                        .accept(approve(OFFICER, "party:activate", ACTIVATION))
                        .writes())
                .isEmpty();
        channel.at(last + 1);
        assertThat(channel.codes(activate(ACTIVATION))).containsExactly("APPROVALS_MISSING");
        channel.accept(approve(OFFICER, "party:activate", ACTIVATION));
        assertThat(channel.stored(key).integer("rev")).isEqualTo(2);
        assertThat(channel.stored(key).integer("createdMs")).isEqualTo(TestChannel.START_MS);
        channel.at(last + 1 + Approval.LIFE_DAYS * DAY_MS + 1);
        assertThat(channel.codes(activate(ACTIVATION))).containsExactly("APPROVALS_MISSING");
        channel.at(last + 1 + Approval.LIFE_DAYS * DAY_MS);
        assertThat(channel.codes(activate(ACTIVATION))).isEmpty();
    }

    @Test
    void a_colleagues_approval_revives_no_lapsed_one() {
        String hash =
                channel.answer(approve(OFFICER, "party:activate", ACTIVATION)).text("subjectHash");
        channel.at(channel.nowMs() + Approval.LIFE_DAYS * DAY_MS + 1);
        channel.accept(approve(officer(ASSOCIATION, Role.ASSOCIATION_OFFICER, LAST), "party:activate", ACTIVATION));

        JsonObject lapsed = channel.stored("APR!PTY!pty-medcenter!" + hash + "!pty-assoc!associationofficeraa");
        assertThat(lapsed.integer("rev")).isEqualTo(1);
        assertThat(new Approval(lapsed).countsAt(channel.nowMs())).isFalse();
    }

    @Test
    void an_approval_given_again_is_one_in_the_role_and_with_the_papers_of_that_day() {
        Call first = approve(OFFICER, "party:activate", ACTIVATION);
        JsonObject withPaper = first.body().withObjects("documents", List.of(market.paper(7)));
        String hash = channel.answer(Call.of(OFFICER, "approve", withPaper)).text("subjectHash");
        channel.at(channel.nowMs() + Approval.LIFE_DAYS * DAY_MS + 1);

        channel.accept(first);

        JsonObject row = channel.stored("APR!PTY!pty-medcenter!" + hash + "!pty-assoc!associationofficeraa");
        assertThat(row.has("documents")).isFalse();
        assertThat(row.text("state")).isEqualTo("GIVEN");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, Ledger.MAX_SCAN - 1})
    void approvals_that_lapsed_hide_no_fresh_one_of_their_party(int lapsed) {
        manyApprove(ACTIVATION, lapsed);
        channel.at(channel.nowMs() + Approval.LIFE_DAYS * DAY_MS + 1);
        assertThat(channel.codes(activate(ACTIVATION))).containsExactly("APPROVALS_MISSING");
        channel.accept(approve(officer(ASSOCIATION, Role.ASSOCIATION_OFFICER, LAST), "party:activate", ACTIVATION));

        assertThat(channel.codes(activate(ACTIVATION))).isEmpty();
    }

    @Test
    void many_persons_of_one_party_are_one_voice_and_hide_nobody_elses() {
        JsonObject court = FoundedMarket.member("pty-court", "11440300MA5EXAMP6X", "COURT");
        channel.accept(market.apply(court));
        market.verify("pty-court", "COURT");
        JsonObject activation = activation("pty-court", ASSOCIATION, REGULATOR, EXCHANGE);
        manyApprove(activation, 2 * Ledger.MAX_SCAN);
        assertThat(channel.codes(activate(activation))).containsExactly("APPROVALS_MISSING");

        channel.accept(approve(officer(EXCHANGE, Role.EXCHANGE_COMPLIANCE, LAST), "party:activate", activation));
        channel.accept(approve(officer(REGULATOR, Role.REGULATOR_OFFICER, LAST), "party:activate", activation));

        assertThat(channel.codes(activate(activation))).isEmpty();
    }

    @Test
    void nobody_approves_a_bare_hash() {
        JsonObject bare =
                JsonObject.empty().with("subjectKey", "PTY!pty-medcenter").with("subjectHash", "0".repeat(64));
        JsonObject hashOnly = JsonObject.of(
                "subject", JsonObject.empty().with("command", "party:activate").with("subjectHash", "0".repeat(64)));

        assertThat(channel.codes(Call.of(OFFICER, "approve", bare))).containsExactly("INPUT_MALFORMED");
        assertThat(channel.codes(Call.of(OFFICER, "approve", hashOnly))).containsExactly("INPUT_MALFORMED");
        assertThat(channel.codes(Call.of(OFFICER, "approve", JsonObject.empty())))
                .containsExactly("INPUT_MALFORMED");
    }

    @Test
    void both_forms_at_once_are_malformed() {
        JsonObject both = approve(OFFICER, "party:activate", ACTIVATION)
                .body()
                .with("requestId", "11111111-2222-4333-8444-555555555555");

        assertThat(channel.codes(Call.of(OFFICER, "approve", both))).containsExactly("INPUT_MALFORMED");
    }

    @Test
    void the_body_approved_has_the_shape_of_its_command() {
        assertThat(channel.codes(approve(OFFICER, "party:activate", ACTIVATION.with("extra", true))))
                .containsExactly("INPUT_MALFORMED");
        assertThat(channel.codes(approve(OFFICER, "party:activate", ACTIVATION.without("rev"))))
                .containsExactly("INPUT_MALFORMED");
    }

    @Test
    void a_subject_has_a_greatest_size() {
        JsonObject huge = JsonObject.empty().with("filler", "x".repeat(16 * 1024));

        assertThat(channel.codes(approve(OFFICER, "party:activate", huge))).containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void a_command_that_nobody_knows_is_unknown() {
        assertThat(channel.codes(approve(OFFICER, "party:coronate", JsonObject.empty())))
                .containsExactly("COMMAND_UNKNOWN");
    }

    @Test
    void a_command_that_asks_nobody_is_not_approved() {
        assertThat(channel.codes(approve(OFFICER, "market:tick", JsonObject.empty())))
                .containsExactly("APPROVAL_NOT_ASKED");
    }

    @Test
    void a_founding_is_not_approved_afterwards() {
        assertThat(channel.codes(approve(OFFICER, "market:found", FoundedMarket.goldenBody())))
                .containsExactly("APPROVAL_NOT_ASKED");
    }

    @Test
    void a_role_that_is_not_asked_has_no_say() {
        assertThat(channel.codes(approve(officer(EXCHANGE, Role.EXCHANGE_OFFICER), "party:activate", ACTIVATION)))
                .containsExactly("APPROVAL_NOT_ASKED");
    }

    @Test
    void a_record_that_does_not_exist_is_not_approved() {
        assertThat(channel.codes(approve(OFFICER, "party:activate", activation("pty-nowhere", ASSOCIATION))))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void the_target_has_no_say_about_itself() {
        Call own = approve(officer(REGULATOR, Role.REGULATOR_OFFICER), "party:activate", activation(REGULATOR));

        assertThat(channel.codes(own)).containsExactly("APPROVAL_NOT_ASKED");
    }

    @Test
    void the_targets_host_has_no_say() {
        host("pty-medcenter", ASSOCIATION);

        assertThat(channel.codes(approve(OFFICER, "party:activate", ACTIVATION)))
                .containsExactly("APPROVAL_NOT_ASKED");
    }

    @Test
    void the_targets_group_has_no_say() {
        for (String party : List.of(ASSOCIATION, HOSTED)) {
            channel.state()
                    .put(
                            "PTG!" + party,
                            JsonObject.empty()
                                    .with("rev", 1)
                                    .with("groupId", "grp-x")
                                    .canonical());
        }

        assertThat(channel.codes(approve(OFFICER, "party:activate", ACTIVATION)))
                .containsExactly("APPROVAL_NOT_ASKED");
    }

    @Test
    void who_is_hosted_by_the_target_is_not_independent() {
        host(ASSOCIATION, HOSTED);

        assertThat(channel.codes(approve(OFFICER, "party:activate", ACTIVATION)))
                .containsExactly("NOT_INDEPENDENT");
    }

    @Test
    void a_certificate_of_another_msp_speaks_for_no_party() {
        Invoker forged = TestChannel.certificate("ExchangeMSP", ASSOCIATION, "association.officer", "somebody00");

        assertThat(channel.codes(approve(forged, "party:activate", ACTIVATION))).containsExactly("INVOKER_UNKNOWN");
    }

    @Test
    void papers_cited_by_an_approval_are_there() {
        JsonObject paper = market.paper(7);
        JsonObject body = approve(OFFICER, "party:activate", ACTIVATION).body();
        JsonObject missing = paper.with("docKey", "f".repeat(32));

        assertThat(channel.codes(Call.of(OFFICER, "approve", body.withObjects("documents", List.of(missing)))))
                .containsExactly("DOCUMENT_MISSING");
        String hash = channel.answer(Call.of(OFFICER, "approve", body.withObjects("documents", List.of(paper))))
                .text("subjectHash");
        assertThat(channel.stored("APR!PTY!pty-medcenter!" + hash + "!pty-assoc!associationofficeraa")
                        .objects("documents")
                        .get(0)
                        .has("privateHash"))
                .isTrue();
    }

    @Test
    void the_submitters_own_person_never_counts() {
        JsonObject court = FoundedMarket.member("pty-court", "11440300MA5EXAMP6X", "COURT");
        channel.accept(market.apply(court));
        market.verify("pty-court", "COURT");
        JsonObject activation = activation("pty-court", ASSOCIATION, REGULATOR, EXCHANGE);
        channel.accept(approve(OFFICER, "party:activate", activation));
        channel.accept(approve(officer(REGULATOR, Role.REGULATOR_OFFICER), "party:activate", activation));
        channel.accept(
                approve(officer(EXCHANGE, Role.EXCHANGE_COMPLIANCE, "oneperson0"), "party:activate", activation));

        Call same = activate(activation).by(officer(EXCHANGE, Role.EXCHANGE_OFFICER, "oneperson0"));
        assertThat(channel.codes(same)).containsExactly("FOUR_EYES");
        Call other = activate(activation).by(officer(EXCHANGE, Role.EXCHANGE_OFFICER, "another000"));
        assertThat(channel.codes(other)).isEmpty();
    }

    @Test
    void an_unaccredited_assessor_has_no_say() {
        channel.accept(approve(OFFICER, "party:activate", ACTIVATION));
        channel.accept(activate(ACTIVATION));
        channel.state()
                .put(
                        "PTY!pty-medcenter",
                        channel.stored("PTY!pty-medcenter")
                                .withTexts("roles", List.of("ASSESSOR"))
                                .withObjects(
                                        "keys", List.of(FoundedMarket.key("k1", seed(HOSTED), Role.ASSESSOR_OFFICER)))
                                .canonical());
        Call sealing = market.signed(
                HOSTED,
                seed(HOSTED),
                carrier(EXCHANGE),
                "approve",
                approve(
                                OFFICER,
                                "version:seal",
                                io.provenant.testing.CareMarket.version(
                                        io.provenant.testing.CareMarket.VERSION, "ast-med", "pty-other"))
                        .body());

        assertThat(channel.codes(sealing)).containsExactly("ROLE_NOT_ALLOWED");
        channel.state()
                .put(
                        "RLG!pty-medcenter!ASSESSOR",
                        json("{\"fromMs\":1,\"rev\":1,\"state\":\"GRANTED\",\"untilMs\":4000000000000}")
                                .canonical());
        assertThat(channel.codes(sealing)).isEmpty();
    }

    private void manyApprove(JsonObject activation, int persons) {
        IntStream.range(0, persons)
                .mapToObj(no -> String.format(Locale.ROOT, "person%04d", no))
                .map(person -> officer(ASSOCIATION, Role.ASSOCIATION_OFFICER, person))
                .forEach(officer -> channel.accept(approve(officer, "party:activate", activation)));
    }

    private void host(String guest, String host) {
        channel.state()
                .put(
                        "PTY!" + guest,
                        channel.stored("PTY!" + guest).with("hostId", host).canonical());
    }
}
