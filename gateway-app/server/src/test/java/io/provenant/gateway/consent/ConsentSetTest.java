package io.provenant.gateway.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.vault.MasterKey;
import io.provenant.gateway.vault.VaultErasedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentSetTest {

    private static final MasterKey KEY = MasterKey.of(new byte[32]);

    @TempDir
    Path folder;

    @Test
    void each_of_five_thousand_persons_gets_a_receipt_that_leads_to_the_root() {
        ConsentSet set = ConsentSet.build(GoldenConsentTest.TERMS, persons(5_000), new SecureRandom());
        try (ConsentStore store = ConsentStore.open(folder, KEY)) {
            store.keep(set, Clock.systemUTC());
        }

        try (ConsentStore store = ConsentStore.open(folder, KEY)) {
            assertThat(store.size()).isEqualTo(5_000);
            assertThat(LongStream.range(0, 5_000)
                            .mapToObj(index ->
                                    store.receipt(index).member().document().text("subjectRef"))
                            .distinct())
                    .hasSize(5_000);
            assertThat(store.receipt(17).toJson().object("population")).isEqualTo(set.population());
        }
    }

    @Test
    void two_sets_of_the_same_persons_show_nobody_in_common() {
        List<JsonObject> persons = persons(50);
        ConsentSet first = ConsentSet.build(GoldenConsentTest.TERMS, persons, new SecureRandom());
        ConsentSet second = ConsentSet.build(GoldenConsentTest.TERMS, persons, new SecureRandom());

        assertThat(withdrawals(first, "memberCommit")).doesNotContainAnyElementsOf(withdrawals(second, "memberCommit"));
        assertThat(withdrawals(first, "withdrawKeyHash"))
                .doesNotContainAnyElementsOf(withdrawals(second, "withdrawKeyHash"));
        assertThat(order(first)).isNotEqualTo(order(second));
    }

    @Test
    void an_agent_withdraws_with_nothing_but_the_receipt_file() {
        ConsentSet set = ConsentSet.build(GoldenConsentTest.TERMS, persons(9), new SecureRandom());
        byte[] file = set.receipt(4).toJson().canonicalBytes();

        JsonObject body = ConsentReceipt.parse(file).withdrawal();

        assertThat(body).isEqualTo(set.receipt(4).withdrawal());
        assertThat(body.canonical()).doesNotContain("subjectRef").doesNotContain("person-");
    }

    @Test
    void a_receipt_with_one_changed_value_is_refused() {
        String file = ConsentSet.build(GoldenConsentTest.TERMS, persons(9), new SecureRandom())
                .receipt(4)
                .toJson()
                .canonical();

        assertRefused(file.replace("person-", "nobody-"));
        assertRefused(file.replace("\"leafIndex\":4", "\"leafIndex\":5"));
        assertRefused(file.replaceFirst("\"salt\":\"[0-9a-f]{8}", "\"salt\":\"00000000"));
        assertRefused(file.replaceFirst("\"seed\":\"[0-9a-f]{8}", "\"seed\":\"00000000"));
        assertRefused(file.replaceFirst("\"memberRoot\":\"[0-9a-f]{8}", "\"memberRoot\":\"00000000"));
        assertRefused(file.replaceFirst("\"proof\":\\[\"[0-9a-f]{64}\",", "\"proof\":["));
        assertRefused(file.replace("\"size\":9", "\"size\":4"));
    }

    @Test
    void a_person_is_found_by_reference_and_erased_alone() {
        try (ConsentStore store = ConsentStore.open(folder, KEY)) {
            store.keep(ConsentSet.build(GoldenConsentTest.TERMS, persons(9), new SecureRandom()), Clock.systemUTC());
            long place = store.find("person-3").orElseThrow();
            assertThat(store.receipt(place).member().document().text("subjectRef"))
                    .isEqualTo("person-3");

            store.erase(place);

            assertThatThrownBy(() -> store.receipt(place)).isInstanceOf(VaultErasedException.class);
            assertThat(store.receipt((place + 1) % 9).leafIndex()).isEqualTo((place + 1) % 9);
        }
    }

    @Test
    void no_person_stands_in_the_files_and_a_store_holds_one_set() throws IOException {
        ConsentSet set = ConsentSet.build(GoldenConsentTest.TERMS, persons(9), new SecureRandom());
        try (ConsentStore store = ConsentStore.open(folder, KEY)) {
            store.keep(set, Clock.systemUTC());
            assertThatThrownBy(() -> store.keep(set, Clock.systemUTC())).isInstanceOf(IllegalStateException.class);
        }

        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("person-")
                        .doesNotContain("subjectRef");
            }
        }
    }

    private static void assertRefused(String file) {
        assertThatThrownBy(() -> ConsentReceipt.parse(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not lead to its memberRoot");
    }

    private static List<String> withdrawals(ConsentSet set, String member) {
        return LongStream.range(0, set.size())
                .mapToObj(index -> set.receipt(index).withdrawal().text(member))
                .toList();
    }

    private static List<String> order(ConsentSet set) {
        return LongStream.range(0, set.size())
                .mapToObj(index -> set.receipt(index).member().document().text("subjectRef"))
                .toList();
    }

    private static List<JsonObject> persons(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> JsonObject.empty().with("subjectRef", "person-" + n))
                .toList();
    }
}
