package io.provenant.gateway.log;

import static io.provenant.gateway.log.TestLog.DAY;
import static io.provenant.gateway.log.TestLog.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.gateway.generator.FaultyLines;
import io.provenant.gateway.generator.TradeDay;
import io.provenant.gateway.log.LineFault.Code;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {

    private static final String GOOD = GoldenLogTest.RECORD;

    @TempDir
    Path folder;

    private Log log;

    @BeforeEach
    void open() {
        log = TestLog.open(folder);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void each_good_line_gets_the_next_index_and_a_signed_promise() {
        IntakeReport report = log.accept(lines(DAY), false);

        assertThat(report.kept()).isTrue();
        assertThat(report.promised()).hasSize(200);
        for (LineResult.Promised line : report.promised()) {
            assertThat(line.index()).isEqualTo(line.line() - 1);
            assertThat(line.promise().object("promise").integer("index")).isEqualTo(line.index());
            assertThat(line.promise().object("promise").integer("maxDelayS")).isEqualTo(60);
        }
    }

    @Test
    void with_a_faulty_line_nothing_is_kept_and_the_line_is_named() {
        IntakeReport report = log.accept(lines(List.of(DAY.get(0), "{\"kind\":", DAY.get(1))), false);

        assertThat(report.kept()).isFalse();
        assertThat(report.faulty()).singleElement().satisfies(line -> {
            assertThat(line.line()).isEqualTo(2);
            assertThat(line.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.code()).isEqualTo(Code.INPUT_MALFORMED);
                assertThat(fault.column()).isEqualTo(9);
            });
        });
        assertThat(report.promised()).isEmpty();
        assertThat(log.size()).isZero();
    }

    @Test
    void with_keep_going_the_others_are_kept() {
        IntakeReport report = log.accept(lines(List.of(DAY.get(0), "{\"kind\":", DAY.get(1))), true);

        assertThat(report.kept()).isTrue();
        assertThat(report.promised()).extracting(LineResult.Promised::line).containsExactly(1L, 3L);
        assertThat(report.promised()).extracting(LineResult.Promised::index).containsExactly(0L, 1L);
        assertThat(report.faulty()).extracting(LineResult.Faulty::line).containsExactly(2L);
    }

    @Test
    void names_every_faulty_line_of_a_generated_day_with_its_code() {
        FaultyLines faulty = FaultyLines.in(new TradeDay(3, LocalDate.of(2026, 3, 6), 50));

        IntakeReport report = log.accept(lines(faulty.lines()), true);

        TreeMap<Integer, Code> found = new TreeMap<>();
        report.faulty()
                .forEach(line ->
                        found.put((int) line.line(), line.faults().get(0).code()));
        assertThat(found).isEqualTo(faulty.codes());
        assertThat(report.promised()).hasSize(45);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "stage":"DELIVERY"              | "stage":"DELIVERED"            | CODE_UNKNOWN     | /stage
            "currency":"CNY",               | ``                             | FIELD_MISSING    | /currency
            "recordNo":"SDE-20260306-000001", | ``                           | FIELD_MISSING    | /recordNo
            "venue":                        | "price":12,"venue":            | INPUT_MALFORMED  | /price
            "amountMinor":1250000           | "amountMinor":"1250000"        | INPUT_MALFORMED  | /amountMinor
            "kind":"TRADE"                  | "kind":"VOID"                  | FIELD_MISSING    | /correctsRecordNo
            "id":"pty-exchange/             | "id":"pty-other/               | INPUT_MALFORMED  | /id
            "agreementId":"agr-11"          | "agreementId":"agr-13812345678" | ID_LOOKS_PERSONAL | /agreementId
            "tradeDate":"2026-03-06"        | "tradeDate":"2026-13-06"       | INPUT_MALFORMED  | /tradeDate
            """)
    void names_the_member_that_is_wrong(String good, String bad, Code code, String pointer) {
        String line = GOOD.replace(good, bad);
        assertThat(line).isNotEqualTo(GOOD);

        IntakeReport report = log.accept(lines(List.of(line)), false);

        assertThat(report.faulty().get(0).faults().get(0))
                .extracting(LineFault::code, LineFault::pointer)
                .containsExactly(code, pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1250000            | 12500.5              | NUMBER_NOT_EXACT
            1250000            | 1.25e6               | NUMBER_NOT_EXACT
            1250000            | 9007199254740993     | NUMBER_NOT_EXACT
            1250000            | 1250000000000000000  | NUMBER_NOT_EXACT
            "kind":"TRADE"     | "kind":"TRADE","kind":"TRADE" | INPUT_MALFORMED
            "kind":"TRADE"     | "kind":null          | INPUT_MALFORMED
            {"agreementId"     | [{"agreementId"      | INPUT_MALFORMED
            """)
    void refuses_json_that_two_readers_could_understand_differently(String good, String bad, Code code) {
        IntakeReport report = log.accept(lines(List.of(GOOD.replace(good, bad))), false);

        assertThat(report.faulty().get(0).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.column()).isPositive();
        });
    }

    @Test
    void bytes_that_are_no_utf_8_are_a_fault_of_their_line() {
        byte[] line = GOOD.replace("CNY", "C\u00ffY").getBytes(StandardCharsets.ISO_8859_1);

        IntakeReport report = log.accept(new ByteArrayInputStream(line), false);

        assertThat(report.faulty().get(0).faults().get(0).code()).isEqualTo(Code.INPUT_MALFORMED);
    }

    @Test
    void a_line_beyond_the_limit_is_named_and_the_next_one_read() {
        String huge = "{\"recordNo\":\"" + "9".repeat(70_000) + "\"}";

        IntakeReport report = log.accept(lines(List.of(huge, GOOD)), true);

        assertThat(report.faulty()).singleElement().satisfies(line -> {
            assertThat(line.line()).isEqualTo(1);
            assertThat(line.faults().get(0).code()).isEqualTo(Code.LIMIT_EXCEEDED);
        });
        assertThat(report.promised()).hasSize(1);
    }

    @Test
    void a_file_beyond_the_limit_is_refused_as_a_whole() {
        byte[] many = "x\n".repeat(100_001).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> log.accept(new ByteArrayInputStream(many), true))
                .isInstanceOf(FileTooLongException.class);
    }

    @Test
    void members_in_any_order_and_white_space_are_the_same_record() {
        String spaced = GOOD.replace("\":", "\" : ")
                .replace("{\"agreementId\" : \"agr-11\",", "{")
                .replace("\"venue\"", "\"agreementId\":\"agr-11\",\"venue\"");
        log.accept(lines(List.of(GOOD)), false);

        IntakeReport report = log.accept(lines(List.of(spaced + "\r")), false);

        assertThat(report.promised().get(0).held()).isTrue();
        assertThat(log.size()).isEqualTo(1);
    }

    @Test
    void the_same_file_again_gives_the_same_promises_and_writes_nothing() {
        IntakeReport first = log.accept(lines(DAY), false);

        IntakeReport again = log.accept(lines(DAY), false);

        assertThat(again.promised())
                .extracting(LineResult.Promised::promise)
                .isEqualTo(first.promised().stream()
                        .map(LineResult.Promised::promise)
                        .toList());
        assertThat(again.promised()).allMatch(LineResult.Promised::held);
        assertThat(log.size()).isEqualTo(200);
    }

    @Test
    void a_number_that_stands_in_the_log_with_other_content_is_a_duplicate() {
        log.accept(lines(List.of(GOOD)), false);
        List<String> file = new ArrayList<>(DAY.subList(0, 5));
        file.set(0, GOOD.replace("1250000", "1250001"));

        IntakeReport strict = log.accept(lines(file), false);
        assertThat(strict.kept()).isFalse();
        assertThat(log.size()).isEqualTo(1);

        IntakeReport lenient = log.accept(lines(file), true);
        assertThat(lenient.faulty()).singleElement().satisfies(line -> {
            assertThat(line.line()).isEqualTo(1);
            assertThat(line.faults().get(0).code()).isEqualTo(Code.DUPLICATE_IN_FILE);
        });
        assertThat(log.size()).isEqualTo(5);
    }

    @Test
    void remarkable_records_are_kept_with_flags() {
        String late = GOOD.replace("\"occurredMs\"", "\"lateFor\":\"2026-03-05\",\"occurredMs\"")
                .replace("\"decisionId\":\"req-31\",", "");

        IntakeReport report = log.accept(lines(List.of(late)), false);

        assertThat(report.promised().get(0).flags()).containsExactly("LATE", "DECISION_MISSING");
    }

    @Test
    void a_day_without_trade_is_one_nil_record() {
        String nil = new TradeDay(1, LocalDate.of(2026, 3, 7), 0).ndjson();

        IntakeReport report = log.accept(new ByteArrayInputStream(nil.getBytes(StandardCharsets.UTF_8)), false);

        assertThat(report.promised()).hasSize(1);
    }

    @Test
    void an_empty_file_keeps_nothing_and_fails_nothing() {
        assertThat(log.accept(new ByteArrayInputStream(new byte[0]), false).lines())
                .isEmpty();
    }
}
