package io.provenant.document;

import static io.provenant.testing.FoundedMarket.EXCHANGE;
import static io.provenant.testing.FoundedMarket.HOSTED;
import static io.provenant.testing.FoundedMarket.REGULATOR;
import static io.provenant.testing.FoundedMarket.carrier;
import static io.provenant.testing.FoundedMarket.document;
import static io.provenant.testing.FoundedMarket.hosted;
import static io.provenant.testing.FoundedMarket.officer;
import static io.provenant.testing.FoundedMarket.seed;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.dispatch.Result;
import io.provenant.dispatch.Write;
import io.provenant.ledger.Read;
import io.provenant.ledger.Role;
import io.provenant.testing.FoundedMarket;
import io.provenant.testing.TestChannel;
import io.provenant.testing.TestChannel.Call;
import io.provenant.testing.TestDigests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deposits of private documents (domain 3.8, 4.6). */
class DepositDocumentTest {

    private static final String DOC_KEY = "00112233445566778899aabbccddeeff";
    private static final String SALT = "a".repeat(64);

    private final FoundedMarket market = new FoundedMarket();
    private final TestChannel channel = market.channel();

    @Test
    void a_document_is_written_to_its_collection_and_nowhere_else() {
        Result.Success stored = channel.accept(deposit("_implicit_org_RegulatorMSP", document(SALT)));

        assertThat(stored.writes())
                .containsExactly(
                        new Write.PutPrivate("_implicit_org_RegulatorMSP", "PVD!pty-cac!" + DOC_KEY, document(SALT)));
        assertThat(stored.event()).isEmpty();
        assertThat(stored.payload())
                .isEqualTo("{\"answer\":{\"privateHash\":\"" + hash(document(SALT))
                        + "\"},\"command\":\"document:deposit\",\"v\":1,\"writes\":[]}");
        assertThat(stored.payload()).doesNotContain(SALT);
    }

    @Test
    void it_reads_the_private_hash_and_not_the_fence() {
        Result.Success stored = channel.accept(deposit("pdcListing", document(SALT)));

        assertThat(stored.reads()).extracting(Read::keys).doesNotContain(List.of("TIK!market"));
        assertThat(stored.reads()).anyMatch(read -> read instanceof Read.PrivateHash);
        assertThat(stored.reads()).noneMatch(read -> read.keys().contains("RHD!MARKET"));
    }

    @Test
    void the_same_value_again_gives_the_same_answer_and_writes_nothing() {
        channel.accept(deposit("pdcListing", document(SALT)));

        Result.Success again = channel.accept(deposit("pdcListing", document(SALT)));

        assertThat(again.writes()).isEmpty();
        assertThat(again.payload()).contains(hash(document(SALT)));
    }

    @Test
    void another_value_under_the_same_key_is_refused() {
        channel.accept(deposit("pdcListing", document(SALT)));

        assertThat(channel.codes(deposit("pdcListing", document("b".repeat(64)))))
                .containsExactly("ALREADY_EXISTS");
    }

    @Test
    void the_same_key_of_another_depositor_is_another_document() {
        channel.accept(deposit("pdcListing", document(SALT)));

        channel.accept(deposit("pdcListing", document("b".repeat(64))).by(officer(EXCHANGE, Role.EXCHANGE_OFFICER)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pdcOwn-ExchangeMSP", "_implicit_org_ExchangeMSP", "pdcOwn-RegulatorMS", "pdcOwn-regulatorMSP"})
    void nobody_deposits_into_another_organisations_collection(String collection) {
        assertThat(channel.codes(deposit(collection, document(SALT)))).containsExactly("NOT_YOURS");
    }

    @Test
    void an_organisation_deposits_into_its_own() {
        assertThat(channel.accept(deposit("pdcOwn-RegulatorMSP", document(SALT)))
                        .writes())
                .containsExactly(new Write.PutPrivate("pdcOwn-RegulatorMSP", "PVD!pty-cac!" + DOC_KEY, document(SALT)));
    }

    @Test
    void a_dot_in_the_name_of_an_organisation_is_an_underscore_in_that_of_its_collection() {
        assertThat(OwnCollection.of("bank-1.example.MSP")).isEqualTo("pdcOwn-bank-1_example_MSP");
        assertThat(OwnCollection.isOf("pdcOwn-bank-1_example_MSP", "bank-1.example.MSP"))
                .isTrue();
    }

    @Test
    void an_applicant_deposits_its_papers_before_it_is_active() {
        channel.accept(market.applyHosted(hosted(HOSTED, "12440300MA5EXAMP4X", "CONTROLLER", "PROVIDER")));

        Call deposit = market.signed(
                        HOSTED, seed(HOSTED), carrier(EXCHANGE), "document:deposit", naming(document(SALT)))
                .document(document(SALT));

        assertThat(channel.accept(deposit).writes())
                .extracting(write -> ((Write.PutPrivate) write).key())
                .containsExactly("PVD!pty-medcenter!" + DOC_KEY);
    }

    @Test
    void whoever_carries_a_hosted_partys_deposit_cannot_store_another_paper() {
        market.withHosted();
        String other = document("7".repeat(64));

        Call swapped = market.signed(
                        HOSTED, seed(HOSTED), carrier(EXCHANGE), "document:deposit", naming(document(SALT)))
                .document(other);
        Call unnamed = market.signed(
                        HOSTED, seed(HOSTED), carrier(EXCHANGE), "document:deposit", body("_implicit_org_ExchangeMSP"))
                .document(other);

        assertThat(channel.codes(swapped)).containsExactly("DOCUMENT_DIFFERS");
        assertThat(channel.codes(unnamed)).containsExactly("INPUT_MALFORMED");
    }

    private static JsonObject naming(String document) {
        return body("_implicit_org_ExchangeMSP")
                .with(
                        "privateHash",
                        new TestDigests()
                                .digest(document.getBytes(StandardCharsets.UTF_8))
                                .hex());
    }

    @Test
    void a_party_that_is_neither_applying_nor_active_deposits_nothing() {
        market.withHosted();
        channel.state()
                .put(
                        "PTY!pty-medcenter",
                        channel.stored("PTY!pty-medcenter")
                                .with("state", "EXITED")
                                .canonical());
        Call deposit = market.signed(
                        HOSTED, seed(HOSTED), carrier(EXCHANGE), "document:deposit", body("_implicit_org_ExchangeMSP"))
                .document(document(SALT));

        assertThat(channel.codes(deposit)).containsExactly("PARTY_NOT_ACTIVE");
    }

    @Test
    void without_a_transient_document_there_is_nothing_to_deposit() {
        assertThat(channel.codes(
                        Call.of(officer(REGULATOR, Role.REGULATOR_OFFICER), "document:deposit", body("pdcListing"))))
                .containsExactly("INPUT_MALFORMED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "not JSON",
                "{\"document\":{\"docType\":\"Paper\",\"id\":\"11111111-2222-4333-8444-555555555555\"}}",
                "{\"document\":{\"id\":\"11111111-2222-4333-8444-555555555555\"},\"salt\":\"S\"}",
                "{\"document\":{\"docType\":\"Paper\",\"id\":\"paper of Mr X\"},\"salt\":\"S\"}",
                "{\"document\":{\"docType\":\"Paper\"},\"salt\":\"S\"}",
                "{\"document\":\"text\",\"salt\":\"S\"}",
                "{\"document\":{\"docType\":\"Paper\",\"id\":\"11111111-2222-4333-8444-555555555555\"},\"salt\":\"00\"}",
                "{\"document\":{\"docType\":\"Paper\",\"id\":\"11111111-2222-4333-8444-555555555555\"},\"more\":1,\"salt\":\"S\"}",
                "{\"salt\":\"S\",\"document\":{\"docType\":\"Paper\",\"id\":\"11111111-2222-4333-8444-555555555555\"}}"
            })
    void a_value_without_type_id_or_salt_or_not_canonical_is_malformed(String value) {
        assertThat(channel.codes(deposit("pdcListing", value.replace("\"S\"", '"' + SALT + '"'))))
                .containsExactly("INPUT_MALFORMED");
    }

    @Test
    void a_document_has_a_greatest_size() {
        String huge = document(SALT).replace("Paper", "P".repeat(96 * 1024));

        assertThat(channel.codes(deposit("pdcListing", huge))).containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void a_document_holds_whatever_else_its_type_has() {
        String value = document(SALT).replace("\"docType\"", "\"consentIds\":[],\"docType\"");

        channel.accept(deposit("pdcListing", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"provenant", "_implicit_org_", "pdcOwn-", "pdcOwn-a.b", "pdc_case", "PVD"})
    void a_collection_has_a_name_of_its_kind(String collection) {
        assertThat(channel.codes(deposit(collection, document(SALT)))).containsExactly("INPUT_MALFORMED");
    }

    private static Call deposit(String collection, String value) {
        return Call.of(officer(REGULATOR, Role.REGULATOR_OFFICER), "document:deposit", body(collection))
                .document(value);
    }

    private static JsonObject body(String collection) {
        return JsonObject.empty().with("collection", collection).with("docKey", DOC_KEY);
    }

    private static String hash(String value) {
        return new TestDigests().digest(value.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
