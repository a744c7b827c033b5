package io.provenant.gateway.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.gateway.log.FaultyLineException;
import io.provenant.gateway.log.JdkDigests;
import io.provenant.gateway.log.TradeRecordFormat;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeDayTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 6);

    @Test
    void equal_arguments_give_equal_bytes() {
        String day = new TradeDay(1, DATE, 10_000).ndjson();

        assertThat(new JdkDigests().digest(day.getBytes(StandardCharsets.UTF_8)))
                .hasToString("550bce6a4a637d1377ac0c6aac3798d0d44022fa7520a4cb64db5a863df9331e");
        assertThat(new TradeDay(2, DATE, 10_000).ndjson()).isNotEqualTo(day);
    }

    @Test
    void every_line_is_a_record_that_the_log_takes() throws FaultyLineException {
        TradeRecordFormat format = new TradeRecordFormat("pty-exchange");
        List<String> records = new TradeDay(1, DATE, 3_000).records();

        assertThat(records).hasSize(3_000);
        for (String record : records) {
            assertThat(format.parse(record.getBytes(StandardCharsets.UTF_8))
                            .document()
                            .canonical())
                    .isEqualTo(record);
        }
        assertThat(records.get(0)).contains("\"recordNo\":\"SDE-20260306-000001\"");
        assertThat(records.get(2_999)).contains("\"recordNo\":\"SDE-20260306-003000\"");
    }

    @Test
    void all_stages_occur_and_one_record_in_a_hundred_corrects_another() {
        List<String> records = new TradeDay(1, DATE, 10_000).records();

        assertThat(List.of("REGISTRATION", "LISTING", "TRADE", "DELIVERY", "SETTLEMENT", "VOUCHER"))
                .allSatisfy(stage -> assertThat(records)
                        .filteredOn(record -> record.contains("\"stage\":\"" + stage + "\""))
                        .hasSizeGreaterThan(1_000));
        assertThat(records)
                .filteredOn(record -> record.contains("\"correctsRecordNo\""))
                .hasSizeBetween(60, 140);
    }

    @Test
    void a_day_of_no_lines_is_one_nil_record() {
        assertThat(new TradeDay(1, DATE, 0).records())
                .singleElement()
                .satisfies(record -> assertThat(record).contains("\"kind\":\"NIL\""));
    }
}
