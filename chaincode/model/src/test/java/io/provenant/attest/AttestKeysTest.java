package io.provenant.attest;

import static io.provenant.testing.FoundedMarket.golden;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Invoker;
import io.provenant.dispatch.Result;
import io.provenant.ledger.Read;
import io.provenant.testing.FoundedMarket;
import io.provenant.testing.TestChannel;
import io.provenant.testing.TestChannel.Call;
import io.provenant.testing.TestDigests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The read-only statement that organisations endorse (domain 3.12, 3a.12). */
class AttestKeysTest {

    private static final String ORIGIN = "ledger.example/market-1/pty-exchange/trade-0";
    private static final Invoker ANYBODY =
            new Invoker("StrangerMSP", Optional.empty(), Optional.empty(), Optional.empty());

    @Test
    void the_payload_of_the_golden_head_has_its_bytes() {
        JsonObject golden = StrictJsonReader.parseObject(golden("attest-payload.json"));
        TestChannel channel = new FoundedMarket().channel();
        channel.state()
                .put(
                        "LHD!" + ORIGIN,
                        golden.object("attest")
                                .objects("entries")
                                .get(1)
                                .object("value")
                                .canonical());
        channel.state()
                .put(
                        "TIK!market",
                        channel.stored("TIK!market")
                                .with("no", 7)
                                .with("tickMs", 1_772_762_100_000L)
                                .canonical());

        String payload =
                channel.accept(attest("EQV!" + ORIGIN, "LHD!" + ORIGIN)).payload();

        assertThat(payload).isEqualTo(golden("attest-payload.json"));
        assertThat(new TestDigests()
                        .digest(payload.getBytes(StandardCharsets.UTF_8))
                        .hex())
                .isEqualTo("7ec11174b514a2a14ba314d2cbe9d368956e65242462522525defeb09170af67");
    }

    @Test
    void nothing_is_written_and_the_market_and_its_fence_are_read() {
        Result.Success attested = new FoundedMarket().channel().accept(attest("PTY!pty-cac", "PTY!pty-nobody"));

        assertThat(attested.writes()).isEmpty();
        assertThat(attested.event()).isEmpty();
        assertThat(attested.reads().stream().map(Read::keys))
                .containsExactly(
                        List.of("TIK!market"),
                        List.of("MKT!founding"),
                        List.of("PTY!pty-cac"),
                        List.of("PTY!pty-nobody"));
    }

    @Test
    void a_value_stands_as_it_is_stored_a_section_too() {
        TestChannel channel = new FoundedMarket().channel();
        String hash = channel.stored("RUL!rs-cn-2026-1").object("sections").text("minPopulation");

        JsonObject attested = StrictJsonReader.parseObject(
                        channel.accept(attest("MKT!founding", "RUS!" + hash)).payload())
                .object("attest");

        assertThat(attested.objects("entries").get(0).object("value")).isEqualTo(channel.stored("MKT!founding"));
        assertThat(attested.objects("entries").get(1).object("value").canonical())
                .isEqualTo("{\"name\":\"minPopulation\",\"value\":1}");
    }

    @Test
    void before_founding_there_is_nothing_to_attest() {
        assertThat(new TestChannel().codes(attest("MKT!founding"))).containsExactly("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"B!x\"]", "[\"PTY\"]", "[\"PTY!\"]", "[\"pty!x\"]", "[\"PTY!x y\"]", "[1]"})
    void keys_that_are_none_are_malformed(String keys) {
        JsonObject body = JsonObject.of("keys", StrictJsonReader.parse(keys));

        assertThat(new FoundedMarket().channel().codes(Call.of(ANYBODY, "attest", body)))
                .containsExactly("INPUT_MALFORMED");
    }

    @Test
    void keys_ascend_and_stand_once() {
        TestChannel channel = new FoundedMarket().channel();

        assertThat(channel.codes(attest("PTY!b", "PTY!a"))).containsExactly("INPUT_MALFORMED");
        assertThat(channel.codes(attest("PTY!a", "PTY!a"))).containsExactly("INPUT_MALFORMED");
    }

    @Test
    void sixty_four_keys_at_most() {
        TestChannel channel = new FoundedMarket().channel();

        assertThat(channel.codes(attest(keys(64)))).isEmpty();
        assertThat(channel.codes(attest(keys(65)))).containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void a_megabyte_at_most() {
        TestChannel channel = new FoundedMarket().channel();
        String value = JsonObject.empty()
                .with("rev", 1)
                .with("filler", "x".repeat(20_000))
                .canonical();
        for (String key : keys(64)) {
            channel.state().put(key, value);
        }

        assertThat(channel.codes(attest(keys(64)))).containsExactly("LIMIT_EXCEEDED");
        assertThat(channel.codes(attest(keys(50)))).isEmpty();
    }

    private static String[] keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, "PTY!pty-%03d", i))
                .toArray(String[]::new);
    }

    private static Call attest(String... keys) {
        return Call.of(ANYBODY, "attest", JsonObject.of("keys", texts(keys)));
    }
}
