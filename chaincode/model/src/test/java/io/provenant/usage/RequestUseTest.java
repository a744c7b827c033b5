package io.provenant.usage;

import static io.provenant.testing.CareMarket.LUMEN;
import static io.provenant.testing.CareMarket.VERSION;
import static io.provenant.testing.CareMarket.uuid;
import static io.provenant.testing.SmallMarket.codes;
import static io.provenant.testing.SmallMarket.json;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.ledger.Role;
import io.provenant.testing.CareMarket;
import io.provenant.testing.TestDigests;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestUseTest {

    private final CareMarket care = new CareMarket();

    @Test
    void a_request_is_kept_as_it_was_sent_with_the_hash_of_its_body() {
        JsonObject request = care.request();

        assertThat(send(request)).isEmpty();

        JsonObject stored = care.market().stored("REQ!" + request.text("requestId"));
        assertThat(stored.text("requestHash"))
                .isEqualTo(UsageRequest.hash(new TestDigests(), request).hex());
        assertThat(stored.has("state")).isFalse();
        assertThat(stored.has("requestId")).isFalse();
        for (String name : request.without("requestId").members().keySet()) {
            assertThat(stored.value(name)).isEqualTo(request.value(name));
        }
    }

    @Test
    void an_id_is_used_once() {
        JsonObject request = care.request();
        assertThat(send(request)).isEmpty();

        assertThat(send(request)).containsExactly("ALREADY_EXISTS");
    }

    @Test
    void nobody_asks_in_the_name_of_another() {
        assertThat(codes(care.market().send(CareMarket.ORBIT, Role.CONSUMER_OFFICER, "usage:request", care.request())))
                .containsExactly("NOT_YOURS");
    }

    @Test
    void a_version_that_does_not_exist_is_not_found() {
        assertThat(send(care.request(LUMEN, uuid(404)))).containsExactly("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "purposeCode, dpv:Anything",
        "contextCode, ELSEWHERE",
        "scenarioCode, ANY",
        "roleCode, ANYBODY",
        "environmentCode, ANYWHERE",
        "deliveryMode, API",
        "region, ZZ",
    })
    void a_code_outside_the_lists_is_unknown(String field, String code) {
        assertThat(send(care.request().with(field, code))).containsExactly("CODE_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fieldCodes", "ops"})
    void a_code_outside_the_lists_is_unknown_in_a_set_too(String field) {
        assertThat(send(care.request().with(field, texts("dpv:Anything")))).containsExactly("CODE_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreementId", "leaseId", "listingId", "transferId"})
    void what_belongs_to_a_later_layer_is_unknown(String field) {
        assertThat(send(care.request().with(field, uuid(7)))).containsExactly("CODE_UNKNOWN");
        assertThat(send(care.request().with(field, "anything"))).containsExactly("INPUT_MALFORMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "dpv:*", ""})
    void a_wildcard_is_malformed(String code) {
        assertThat(send(care.request().with("fieldCodes", texts(code)))).containsExactly("INPUT_MALFORMED");
        assertThat(send(care.request().with("purposeCode", new JsonString(code))))
                .containsExactly("INPUT_MALFORMED");
    }

    @Test
    void a_request_names_at_least_one_version_and_one_operation() {
        assertThat(send(care.request(LUMEN))).containsExactly("INPUT_MALFORMED");
        assertThat(send(care.request().with("ops", texts()))).containsExactly("INPUT_MALFORMED");
    }

    @Test
    void more_than_eight_versions_or_recipients_or_four_reviews_are_too_many() {
        String[] nine = IntStream.range(0, 9).mapToObj(i -> uuid(100 + i)).toArray(String[]::new);
        String[] parties = IntStream.range(0, 9).mapToObj(i -> "pty-r" + i).toArray(String[]::new);
        List<JsonObject> reviews = IntStream.range(0, 5)
                .mapToObj(i -> json("{\"scopeCode\":\"REVIEW_LIST\"}").with("partyId", "pty-r" + i))
                .toList();

        assertThat(send(care.request(LUMEN, nine))).containsExactly("LIMIT_EXCEEDED");
        assertThat(send(care.request().with("recipientIds", texts(parties)))).containsExactly("LIMIT_EXCEEDED");
        assertThat(send(care.request().withObjects("reviews", reviews))).containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void sixty_four_bindings_together_are_the_most() {
        bound(uuid(1), 33);
        bound(uuid(2), 31);
        bound(uuid(3), 32);

        assertThat(send(care.request(LUMEN, uuid(1), uuid(2)))).isEmpty();
        assertThat(send(care.request(LUMEN, uuid(1), uuid(3)))).containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void sixty_four_assets_together_are_the_most() {
        inherited(uuid(1), 1, 33);
        inherited(uuid(2), 30, 64);
        inherited(uuid(3), 30, 65);

        assertThat(send(care.request(LUMEN, uuid(1), uuid(2)))).isEmpty();
        assertThat(send(care.request(LUMEN, uuid(1), uuid(3)))).containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void sets_ascend_and_reviews_too() {
        JsonObject list = json("{\"partyId\":\"pty-exchange\",\"scopeCode\":\"REVIEW_LIST\"}");
        JsonObject group = list.with("scopeCode", "REVIEW_GROUP");

        assertThat(send(care.request().withObjects("reviews", List.of(list, group))))
                .containsExactly("INPUT_MALFORMED");
        assertThat(send(care.request().withObjects("reviews", List.of(group, list))))
                .isEmpty();
        assertThat(send(care.request().with("recipientIds", texts("pty-orbit", "pty-lumen"))))
                .containsExactly("INPUT_MALFORMED");
    }

    @Test
    void nothing_is_used_zero_times() {
        assertThat(send(care.request().with("useCount", new JsonInteger(0)))).containsExactly("INPUT_MALFORMED");
    }

    @Test
    void every_field_without_a_question_mark_is_sent() {
        JsonObject request = care.request();
        for (String name : request.members().keySet()) {
            assertThat(send(request.without(name))).as(name).containsExactly("INPUT_MALFORMED");
        }
        assertThat(send(request.with("outcome", "PERMIT"))).containsExactly("INPUT_MALFORMED");
    }

    @Test
    void a_version_may_be_asked_for_in_whatever_state() {
        care.set("AVR!" + VERSION, "state", new JsonString("RETIRED"));

        assertThat(send(care.request())).isEmpty(); // the decision says what is wrong
    }

    private List<String> send(JsonObject request) {
        return codes(care.market().send(LUMEN, Role.CONSUMER_OFFICER, "usage:request", request));
    }

    private void bound(String version, int grants) {
        List<JsonObject> bindings = IntStream.range(0, grants)
                .mapToObj(i -> CareMarket.binding(uuid(0xf00 + i), 0))
                .toList();
        JsonObject stored = care.market().stored("AVR!" + VERSION);
        care.market()
                .put("AVR!" + version, stored.withObjects("consents", bindings).canonical());
    }

    private void inherited(String version, int from, int to) {
        List<String> assets = IntStream.rangeClosed(from, to)
                .mapToObj(i -> "ast-" + (1000 + i))
                .toList();
        JsonObject stored = care.market().stored("AVR!" + VERSION);
        care.market()
                .put(
                        "AVR!" + version,
                        stored.with("assetIds", JsonArray.ofTexts(assets)).canonical());
    }
}
