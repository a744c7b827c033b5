package io.provenant.usage.decision;

import static io.provenant.testing.CareMarket.GRANT;
import static io.provenant.testing.CareMarket.VERSION;
import static io.provenant.testing.SmallMarket.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.PartyRole;
import io.provenant.testing.CareMarket;
import io.provenant.testing.SmallMarket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No request is too large to be refused: whoever makes one, its refusal is on the ledger, and comes out so again. */
class LargestDecisionsTest {

    private static final int MOST_BYTES = 96 * 1024;
    private static final int MOST_READS = 1_280;
    private static final int LARGEST_GROUP = 16;

    private final CareMarket care = new CareMarket();
    private final SmallMarket market = care.market();

    @Test
    void of_more_reasons_than_a_decision_lists_it_lists_each_code_and_says_how_many_more_there_are() {
        JsonObject decision = care.decide(care.request(CareMarket.ORBIT, version(revoked(64), List.of())));

        assertThat(decision.text("outcome")).isEqualTo("DENY");
        assertThat(decision.objects("reasons")).hasSize(128);
        assertThat(decision.integer("moreReasons")).isEqualTo(64); // thrice 64 in all
        assertThat(CareMarket.codes(decision)).containsExactly("CONSENT_INVALID", "RECIPIENT", "SEPARATE_CONSENT");
        assertThat(decision.objects("reasons"))
                .isSortedAccordingTo(Comparator.comparing((JsonObject reason) -> reason.text("reasonCode"))
                        .thenComparing(reason -> reason.text("refId")));
        replays(decision);
    }

    @Test
    void as_many_reasons_as_a_decision_lists_are_all_of_them() {
        JsonObject decision = care.decide(care.request(CareMarket.ORBIT, version(revoked(42), List.of())));

        assertThat(decision.objects("reasons")).hasSize(3 * 42);
        assertThat(decision.has("moreReasons")).isFalse();
    }

    @Test
    void a_use_that_needs_more_reads_than_a_decision_holds_is_refused_by_the_rule_that_needs_them() {
        List<String> assets = ownedByGroups(64, LARGEST_GROUP);
        JsonObject decision = care.decide(care.request(CareMarket.LUMEN, version(List.of(), assets)));

        assertThat(decision.text("outcome")).isEqualTo("DENY");
        assertThat(CareMarket.full(decision)).contains("R03 LIMIT_EXCEEDED");
        assertThat(decision.texts("rulesRun")).containsExactly("R01", "R02", "R03");
        assertThat(decision.objects("reads")).hasSizeLessThanOrEqualTo(MOST_READS);
        assertThat(decision.canonicalBytes()).hasSizeLessThanOrEqualTo(MOST_BYTES);
        replays(decision);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void however_many_reasons_and_reads_there_are_the_refusal_is_written_down(int members) {
        List<String> assets = ownedByGroups(64, members);
        for (int i = 0; i < 64; i++) {
            market.put("PTL!" + owner(i) + "!L", listed(owner(i), 32).canonical());
        }
        JsonObject decision = care.decide(care.request(CareMarket.ORBIT, version(revoked(64), assets)));

        assertThat(decision.text("outcome")).isEqualTo("DENY");
        assertThat(decision.objects("reasons")).hasSize(128);
        assertThat(decision.canonicalBytes()).hasSizeBetween(MOST_BYTES / 2, MOST_BYTES);
        replays(decision);
    }

    @Test
    void what_fits_is_decided_as_ever() {
        JsonObject decision = care.decide(care.request(CareMarket.LUMEN, version(List.of(), ownedByGroups(64, 1))));

        assertThat(CareMarket.codes(decision)).doesNotContain("LIMIT_EXCEEDED");
        assertThat(decision.texts("rulesRun")).contains("R19");
    }

    private void replays(JsonObject decision) {
        JsonObject again = Replay.of(decision, market.state());
        for (String member : Replay.SAME) {
            assertThat(again.value(member)).as(member).isEqualTo(decision.value(member));
        }
        assertThat(again.get("moreReasons")).isEqualTo(decision.get("moreReasons"));
    }

    private List<JsonObject> revoked(int count) {
        JsonObject grant = market.stored("CNS!" + GRANT.consentId());
        return IntStream.range(0, count)
                .mapToObj(i -> CareMarket.uuid(0xd00 + i))
                .peek(id ->
                        market.put("CNS!" + id, grant.with("state", "REVOKED").canonical()))
                .peek(id -> market.put("CNH!" + id, "{\"generation\":0,\"rev\":1}"))
                .map(id -> CareMarket.binding(id, 0))
                .toList();
    }

    /** Assets, each of an owner that belongs to a group of this size. */
    private List<String> ownedByGroups(int count, int members) {
        JsonObject asset = market.stored("AST!" + CareMarket.ASSET);
        List<String> assets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String group = "grp-" + i;
            market.party(owner(i), PartyRole.PROVIDER);
            market.put("PTG!" + owner(i), "{\"groupId\":\"" + group + "\",\"rev\":1}");
            for (int m = 0; m < members; m++) {
                String member = "pty-" + i + "-" + m + "-".repeat(30);
                market.put(
                        "GRP!" + group + "!" + member,
                        json("{\"rev\":1}")
                                .with("groupId", group)
                                .with("partyId", member)
                                .canonical());
            }
            String id = String.format(Locale.ROOT, "ast-%02d", i);
            market.put("AST!" + id, asset.with("ownerId", owner(i)).canonical());
            assets.add(id);
        }
        return assets;
    }

    private static String owner(int i) {
        return String.format(Locale.ROOT, "pty-owner-%02d", i) + "x".repeat(50);
    }

    private static JsonObject listed(String party, int marks) {
        List<JsonObject> rows = IntStream.range(0, marks)
                .mapToObj(i -> json("{\"effect\":\"DENY\",\"kind\":\"BLACK\",\"listKind\":\"STATUTORY\","
                                + "\"issuerId\":\"pty-cac\",\"sectorCodes\":[],\"severity\":\"SERIOUS\","
                                + "\"untilMs\":4000000000000}")
                        .with("refId", CareMarket.uuid(i) + party))
                .toList();
        return json("{\"classCode\":\"ORDINARY\",\"rev\":2}")
                .with("partyId", party)
                .withObjects("marks", rows);
    }

    private String version(List<JsonObject> consents, List<String> assets) {
        String id = CareMarket.uuid(64);
        JsonObject version = market.stored("AVR!" + VERSION).withObjects("consents", consents);
        List<String> behind = new ArrayList<>(assets);
        behind.add(CareMarket.ASSET);
        market.put(
                "AVR!" + id,
                version.withTexts("assetIds", behind.subList(Math.max(0, behind.size() - 64), behind.size()))
                        .canonical());
        return id;
    }
}
