package io.provenant.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.canonical.Digest;
import io.provenant.testing.TestDigests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checkpoint of domain 3a.18 (e). */
class CheckpointTest {

    private static final String ORIGIN = "ledger.example/market-1/pty-exchange/trade-0";
    private static final String ROOT = "nqsVgbK1IQfiur8r8tDhGRINSmsLpmTPVCSL0uAAaCU=";
    private static final Checkpoint CHECKPOINT = new Checkpoint(
            new LogOrigin(ORIGIN), 7, new Digest("9eab1581b2b52107e2babf2bf2d0e119120d4a6b0ba664cf54248bd2e0006825"));

    @Test
    void the_text_has_three_lines_and_is_hashed_as_it_stands() {
        assertThat(CHECKPOINT.text()).isEqualTo(ORIGIN + "\n7\n" + ROOT + "\n");
        assertThat(CHECKPOINT.hash(new TestDigests()))
                .hasToString("c2df25162f4c0ec452c758502598f13fbdadd58e1540ccb6f218a040dd9df8cc");
    }

    @Test
    void a_text_is_read_back() {
        assertThat(Checkpoint.parse(CHECKPOINT.text())).isEqualTo(CHECKPOINT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ORIGIN + "\n07\n" + ROOT + "\n",
                ORIGIN + "\n+7\n" + ROOT + "\n",
                ORIGIN + "\n-7\n" + ROOT + "\n",
                ORIGIN + "\nseven\n" + ROOT + "\n",
                ORIGIN + "\n7\n" + ROOT,
                ORIGIN + "\n7\n" + ROOT + "\nextension\n",
                ORIGIN + "\n7\nnqsVgbK1IQfiur8r8tDhGRINSmsLpmTPVCSL0uAAaCU\n",
                ORIGIN + "\n7\nnqsVgbK1IQfiur8r8tDhGRINSmsLpmTPVCSL0uAAaCV=\n",
                ORIGIN + "\n7\nnqsV\n",
                "market\n7\n" + ROOT + "\n",
                ""
            })
    void a_text_in_another_form_is_refused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_origin_names_channel_owner_purpose_and_shard() {
        LogOrigin origin = new LogOrigin("ledger.example/market-1/pty-exchange/lineage-12");

        assertThat(origin.channel()).isEqualTo("market-1");
        assertThat(origin.ownerId()).isEqualTo("pty-exchange");
        assertThat(origin.purpose()).isEqualTo("lineage");
        assertThat(origin.shard()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger.example/market-1/pty-exchange/trade-00",
                "ledger.example/market-1/pty-exchange/trade-1000",
                "ledger.example/market-1/pty-exchange/TRADE-0",
                "ledger.example/market-1/pty-exchange/other-0",
                "Ledger.example/market-1/pty-exchange/trade-0",
                "ledger.example/market-1/pty-exchange/trade-0\n",
                "/market-1/pty-exchange/trade-0",
                "market-1/pty-exchange/trade-0"
            })
    void a_name_of_another_form_is_no_origin(String name) {
        assertThat(LogOrigin.isValid(name)).isFalse();
        assertThatThrownBy(() -> new LogOrigin(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
