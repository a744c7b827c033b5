package io.provenant.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.dispatch.Result;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Role;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestDigests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checkpoint, head and equivocation of domain 3a.18 (e), byte for byte, through the dispatcher. */
class GoldenLogTest {

    private static final String HEAD = "LHD!" + TradeLog.ORIGIN;
    private static final String ROOT_3 = "430f4733220bb03d5c92bd58f87df48688d1ee2c38b68ec6795c09ecd3d64fa6";
    private static final String SIGNATURE_7 =
            "Euyr6eRhnmjrOGCXFuUAaxk5Si728aVp0yVuj6s_lU-VbzVnHLxwSD4yw7h85Evu9m-rOSdRXLXvWswJZsyPCg";

    private final SmallMarket market =
            new SmallMarket().party("pty-exchange", PartyRole.EXCHANGE).party("pty-assoc", PartyRole.ASSOCIATION);

    @BeforeEach
    void a_log_stands_at_size_3() {
        market.put(
                "LOG!" + TradeLog.ORIGIN,
                TradeLog.opening().with("state", "ACTIVE").with("rev", 1).canonical());
        JsonObject head = JsonObject.empty()
                .with("createdMs", 1_772_416_800_000L)
                .with("createdTx", "b".repeat(64))
                .with("effectiveMs", 1_772_762_400_000L)
                .with("keyEpoch", 1)
                .with("lastMs", 1_772_762_400_000L)
                .with("rev", 2)
                .with("rootHash", ROOT_3)
                .with("size", 3);
        market.put(HEAD, head.canonical());
    }

    @Test
    void the_advance_from_3_to_7_has_the_published_body_head_and_answer() {
        JsonObject body = TradeLog.honest(7).advance(3);
        assertThat(body.canonicalBytes()).hasSize(552);
        assertHash(body, "b42f5d8ea7d461f40cfb3207a81d74e01c22557b7118be4a3c4d171be49ef75a");

        Result.Success success = market.at(1_772_762_405_000L)
                .inTransaction("c".repeat(64))
                .accept("pty-exchange", Role.LOG_OPERATOR, "log:advance", body);

        assertHash(market.stored(HEAD), "7298239d6714121e87c8932df63903425070bc7d4342fe9584ea8c99cfafcda9");
        assertThat(success.payload())
                .isEqualTo("{\"answer\":{\"checkpointHash\":"
                        + "\"c2df25162f4c0ec452c758502598f13fbdadd58e1540ccb6f218a040dd9df8cc\",\"size\":7},"
                        + "\"command\":\"log:advance\",\"v\":1,\"writes\":[{\"key\":\"" + HEAD + "\",\"rev\":3}]}");
    }

    @Test
    void the_equivocation_against_it_has_the_published_evidence_and_id() {
        JsonObject evidence = JsonObject.empty()
                .with("kind", "ROOT")
                .with("origin", TradeLog.ORIGIN)
                .with("first", TradeLog.honest(7).signed())
                .with("second", TradeLog.forked(7, 6).signed());
        assertThat(evidence.object("first").text("signature")).isEqualTo(SIGNATURE_7);
        assertHash(evidence, "678f452f95c8ddb3eeb6040dc4284f57d52135d50e8062a13ac7896159fade0f");

        Result.Success success = market.accept(
                "pty-assoc",
                Role.ASSOCIATION_OFFICER,
                "log:reportEquivocation",
                JsonObject.empty().with("evidence", evidence));

        assertThat(success.payload()).contains("\"answer\":{\"violationId\":\"eqv-678f452f95c8ddb3eeb6040dc4284f57\"}");
        assertThat(market.stored("EQV!" + TradeLog.ORIGIN).text("evidenceHash"))
                .isEqualTo("678f452f95c8ddb3eeb6040dc4284f57d52135d50e8062a13ac7896159fade0f");
    }

    private static void assertHash(JsonObject value, String sha256) {
        assertThat(new TestDigests().digest(value.canonicalBytes())).hasToString(sha256);
    }
}
