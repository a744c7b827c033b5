package io.provenant.usage.decision;

import static io.provenant.testing.SmallMarket.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.Dispatcher;
import io.provenant.dispatch.Invocation;
import io.provenant.dispatch.Invoker;
import io.provenant.dispatch.Result;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Role;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestDigests;
import io.provenant.testing.TestSignatures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stored request and the decision of domain 3a.18 (c) and (d), byte for byte. */
class GoldenDecisionTest {

    private static final String REQUEST_ID = "7d2e4a10-5b3c-4f6e-8a91-c0d2e3f4a5b6";
    private static final String VERSION_ID = "4c1f0b7e-9a52-4d38-b6c0-2e8f5a7d1903";
    private static final String ENVELOPE = """
            {"actor":{"keyId":"k1","notAfterMs":1772503200000,"partyId":"pty-blackpeak","signature":"d6whiz9FyWSBNl8Edd01lZN-WJJuA9r1ng8LscQWMFZq54ZrKjx-mG0lSBvUw8pQ4GG8hO1u3Bh5BJ3K3jIMAg"},"body":{"assetVersionIds":["4c1f0b7e-9a52-4d38-b6c0-2e8f5a7d1903"],"automatedDecision":false,"consumerId":"pty-blackpeak","contextCode":"WEATHER_SERVICE","deliveryMode":"TEE","environmentCode":"TEE_1","fieldCodes":["grid_temperature"],"ops":["dpv:Analyse"],"outputForm":"MODEL","outputIdentifiability":"NON_PERSONAL","purposeCode":"dpv:ServiceProvision","recipientIds":["pty-blackpeak"],"recordCount":5000,"regimes":[],"region":"CN","requestId":"7d2e4a10-5b3c-4f6e-8a91-c0d2e3f4a5b6","retentionDays":30,"reviews":[],"roleCode":"MODEL_TRAINER","scenarioCode":"WEATHER_SERVICE","useCount":1},"command":"usage:request","v":1}
            """.strip();
    private static final String ANSWER_OF_REQUEST = """
            {"answer":{"requestHash":"17715f6f86b619c38953d2a8a6544d6fd2b14e109efb1945adc8ccfe355f483e"},"command":"usage:request","v":1,"writes":[{"key":"REQ!7d2e4a10-5b3c-4f6e-8a91-c0d2e3f4a5b6","rev":1}]}
            """.strip();
    private static final String EVENT_OF_REQUEST = """
            {"command":"usage:request","facts":[{"fact":"UsageRequest.written","key":"REQ!7d2e4a10-5b3c-4f6e-8a91-c0d2e3f4a5b6","rev":1}],"v":1}
            """.strip();
    private static final String DECISION = """
            {"byMsp":"ExchangeMSP","byParty":"pty-exchange","byRole":"exchange.officer","createdMs":1772417701000,"createdTx":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc","decidedByParty":"pty-exchange","docType":"UsageDecision","duties":[],"effectiveMs":1772417701000,"id":"7d2e4a10-5b3c-4f6e-8a91-c0d2e3f4a5b6","modelVersion":1,"outcome":"DENY","reads":[{"key":"REQ!7d2e4a10-5b3c-4f6e-8a91-c0d2e3f4a5b6","rev":1},{"absent":true,"key":"DEC!7d2e4a10-5b3c-4f6e-8a91-c0d2e3f4a5b6"},{"key":"AVR!4c1f0b7e-9a52-4d38-b6c0-2e8f5a7d1903","rev":2},{"key":"AST!ast-grid","rev":1},{"key":"MKT!founding","rev":1},{"key":"RHD!CN_CSL","rev":1},{"key":"RHD!CN_DSL","rev":1},{"key":"RHD!CN_PIPL","rev":1},{"key":"RUL!rs-cn-2026-1","rev":1},{"key":"PTL!pty-blackpeak!A","rev":1},{"key":"PTL!pty-blackpeak!L","rev":2},{"key":"PTL!pty-blackpeak!X","rev":1},{"key":"PTL!pty-skygrid!A","rev":1},{"key":"PTL!pty-skygrid!L","rev":1},{"key":"PTL!pty-skygrid!X","rev":1},{"key":"PTY!pty-blackpeak","rev":3},{"key":"PTY!pty-skygrid","rev":3},{"key":"PTG!pty-blackpeak","rev":1},{"absent":true,"key":"PTG!pty-skygrid"},{"atMost":16,"from":"GRP!grp-peak!","more":false,"rows":[{"key":"GRP!grp-peak!pty-blackpeak","rev":1}],"to":"GRP!grp-peak\\""},{"collection":"pdcListing","depositorId":"pty-cac","docKey":"00112233445566778899aabbccddeeff","hash":"b965adaf8369d97c9ea3062fa1f6dafa5ff450ba5680aaf6ca06dc28c0331759"}],"reasons":[{"reasonCode":"LIST_BLACK","refId":"0b9e6c52-3d47-4a1f-9c28-6f7a8b5d4e13","ruleCode":"R03"}],"regimes":["CN_CSL","CN_DSL","CN_PIPL"],"requestHash":"17715f6f86b619c38953d2a8a6544d6fd2b14e109efb1945adc8ccfe355f483e","rev":1,"ruleSetIds":["rs-cn-2026-1"],"rulesRun":["R01","R02","R03","R04","R08","R09","R10","R19"],"schemaVersion":"1.0.0","updatedTx":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"}
            """.strip();
    private static final String ANSWER_OF_DECISION = """
            {"answer":{"duties":[],"outcome":"DENY","reasons":[{"reasonCode":"LIST_BLACK","refId":"0b9e6c52-3d47-4a1f-9c28-6f7a8b5d4e13","ruleCode":"R03"}]},"command":"usage:decide","v":1,"writes":[{"key":"DEC!7d2e4a10-5b3c-4f6e-8a91-c0d2e3f4a5b6","rev":1}]}
            """.strip();

    private final SmallMarket market =
            new SmallMarket().party("pty-exchange", PartyRole.EXCHANGE).party("pty-skygrid", PartyRole.PROVIDER);

    @BeforeEach
    void a_hosted_buyer_and_a_grid_of_temperatures() {
        market.party("pty-blackpeak", PartyRole.CONSUMER);
        JsonObject key =
                json("{\"alg\":\"ED25519\",\"fromMs\":1772323200000,\"keyId\":\"k1\",\"person\":\"b4v2n8xk3paa\","
                        + "\"publicKey\":\"A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg\",\"roles\":[\"consumer.officer\"],"
                        + "\"untilMs\":1803859200000}");
        market.put(
                "PTY!pty-blackpeak",
                market.stored("PTY!pty-blackpeak")
                        .with("kind", "HOSTED")
                        .with("rev", 3)
                        .with("mspIds", JsonArray.ofTexts(List.of()))
                        .withObjects("keys", List.of(key))
                        .canonical());
        market.put(
                "PTY!pty-skygrid",
                market.stored("PTY!pty-skygrid").with("rev", 3).canonical());
        market.put("PTG!pty-blackpeak", "{\"groupId\":\"grp-peak\",\"partyId\":\"pty-blackpeak\",\"rev\":1}");
        market.put("GRP!grp-peak!pty-blackpeak", "{\"groupId\":\"grp-peak\",\"partyId\":\"pty-blackpeak\",\"rev\":1}");
        market.put(
                "PTL!pty-blackpeak!L",
                "{\"classCode\":\"ORDINARY\",\"marks\":[{\"effect\":\"DENY\",\"issuerId\":\"pty-cac\",\"kind\":\"BLACK\","
                        + "\"listKind\":\"STATUTORY\",\"refId\":\"0b9e6c52-3d47-4a1f-9c28-6f7a8b5d4e13\","
                        + "\"sectorCodes\":[],\"severity\":\"SERIOUS\",\"untilMs\":1803859200000}],"
                        + "\"partyId\":\"pty-blackpeak\",\"rev\":2}");
        market.put(
                "AST!ast-grid",
                "{\"containsMinors\":false,\"dataCategories\":[\"pvn:WeatherGrid\"],\"nationalGrade\":\"GENERAL\","
                        + "\"ownerId\":\"pty-skygrid\",\"rev\":1,\"sectorCode\":\"weather\",\"sensitiveRoots\":[],"
                        + "\"state\":\"DECLARED\",\"structure\":\"STRUCTURED\"}");
        market.put(
                "AVR!" + VERSION_ID,
                "{\"assetId\":\"ast-grid\",\"assetIds\":[\"ast-grid\"],\"consents\":[],\"containsMinors\":false,"
                        + "\"dataCategories\":[\"pvn:WeatherGrid\"],\"depth\":0,\"identifiability\":\"NON_PERSONAL\","
                        + "\"ownerId\":\"pty-skygrid\",\"parents\":[],\"protectionLevel\":\"NONE\","
                        + "\"retainUntilMs\":1803859200000,\"rev\":2,\"sensitiveRoots\":[],\"state\":\"AVAILABLE\"}");
    }

    @Test
    void the_signed_request_of_a_hosted_party_is_stored_as_published() {
        Result.Success success = request();

        assertThat(success.payload()).isEqualTo(ANSWER_OF_REQUEST);
        assertThat(success.event()).contains(EVENT_OF_REQUEST);
        String stored = market.stored("REQ!" + REQUEST_ID).canonical();
        assertThat(sha256(stored)).isEqualTo("4512868b3364193fdbb4f5e3adb67151aff76381e84d20d42b22b6458de2381e");
        assertThat(sha256(success.payload()))
                .isEqualTo("a9c39035469aeab1531b1c10ba52d28f67c6e9933c59efc3225152da1f8e93ef");
        assertThat(sha256(ENVELOPE)).isEqualTo("9c2a5824e15c64ab8ea3fe578257771ee6534112864ae828db00585237375e0e");
    }

    @Test
    void the_decision_is_stored_as_published_but_for_the_read_that_no_rule_makes() {
        request();

        Result.Success success = market.at(1_772_417_701_000L)
                .inTransaction("c".repeat(64))
                .accept(
                        "pty-exchange",
                        Role.EXCHANGE_OFFICER,
                        "usage:decide",
                        json("{\"requestId\":\"" + REQUEST_ID + "\"}"));

        assertThat(success.payload()).isEqualTo(ANSWER_OF_DECISION);
        assertThat(market.stored("DEC!" + REQUEST_ID).canonical())
                .isEqualTo(
                        withoutLastRead(StrictJsonReader.parseObject(DECISION)).canonical());
        assertThat(sha256(DECISION)).isEqualTo("29fa769b1a726cd852ec7156a0abcda7168e0b8c5e42497e31a1cec27ba7e97c");
    }

    private Result.Success request() {
        Dispatcher dispatcher = new Dispatcher(Commands.all(), new TestDigests(), new TestSignatures(), "0".repeat(64));
        Invoker carrier = new Invoker(
                "ExchangeMSP", Optional.of("pty-exchange"), Optional.of("host.gateway"), Optional.of("r2v4f7pj6eaa"));
        Result result = dispatcher.run(
                new Invocation(
                        SmallMarket.CHANNEL,
                        "b".repeat(64),
                        1_772_416_800_000L,
                        carrier,
                        "usage:request",
                        ENVELOPE,
                        Optional.empty()),
                market.state());
        assertThat(SmallMarket.codes(result)).isEmpty();
        market.state().commit((Result.Success) result);
        return (Result.Success) result;
    }

    private static JsonObject withoutLastRead(JsonObject decision) {
        List<JsonObject> reads = decision.objects("reads");
        return decision.withObjects("reads", reads.subList(0, reads.size() - 1));
    }

    private static String sha256(String text) {
        return new TestDigests().digest(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
