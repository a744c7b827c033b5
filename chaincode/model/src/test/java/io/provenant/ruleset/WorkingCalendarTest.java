package io.provenant.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.RuleSetIncompleteException;
import io.provenant.ledger.Rules;
import io.provenant.testing.Calendars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private record OneSection(JsonValue calendar) implements Rules.RuleSections {
        @Override
        public String ruleSetId() {
            return "rs-1";
        }

        @Override
        public JsonValue value(String section) {
            assertThat(section).isEqualTo("calendar");
            return calendar;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T15:59:59.999Z, 2026-03-06",
        "2026-03-06T16:00:00.000Z, 2026-03-07",
        "2026-12-31T16:00:00.000Z, 2027-01-01",
        "2028-02-28T16:00:00.000Z, 2028-02-29",
        "1969-12-31T15:59:59.999Z, 1969-12-31",
    })
    void a_day_begins_at_16_hours_utc(Instant at, String day) {
        assertThat(BeijingDate.of(at.toEpochMilli())).hasToString(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 12, 2027-01-15",
        "2026-01-31, 1, 2026-02-28",
        "2027-11-30, 3, 2028-02-29",
        "2026-03-06, 0, 2026-03-06",
    })
    void months_are_calendar_months(LocalDate from, long months, String to) {
        assertThat(new BeijingDate(from).plusMonths(months)).hasToString(to);
    }

    @Test
    void a_day_ends_a_millisecond_before_the_next_one() {
        BeijingDate day = new BeijingDate(LocalDate.of(2026, 1, 13));

        assertThat(Instant.ofEpochMilli(day.endMs())).hasToString("2026-01-13T15:59:59.999Z");
        assertThat(BeijingDate.of(day.endMs())).isEqualTo(day);
        assertThat(BeijingDate.of(day.endMs() + 1)).isEqualTo(day.plusDays(1)).isGreaterThan(day);
    }

    // domain 8.5c: served on Tuesday 2026-01-06, five working days end on 2026-01-13
    @ParameterizedTest
    @CsvSource({"2026-01-06, 5, 2026-01-13", "2026-01-09, 1, 2026-01-12", "2026-01-10, 0, 2026-01-10"})
    void working_days_step_over_weekends(LocalDate from, long days, String to) {
        WorkingCalendar calendar = calendar(Calendars.of(2026, 2026));

        assertThat(calendar.after(new BeijingDate(from), days)).hasToString(to);
    }

    @Test
    void working_days_step_over_holidays_and_into_the_next_year() {
        WorkingCalendar calendar = calendar(Calendars.of(2026, 2027, LocalDate.of(2027, 1, 1)));

        assertThat(calendar.after(new BeijingDate(LocalDate.of(2026, 12, 30)), 2))
                .hasToString("2027-01-04");
    }

    @Test
    void a_year_or_a_place_that_the_calendar_lacks_is_not_guessed() {
        JsonObject shortYear = JsonObject.empty().with("year", 2027).with("workingDays", "1".repeat(365));
        JsonArray years =
                JsonArray.ofObjects(List.of(Calendars.of(2026, 2026).objects().get(0), shortYear));
        BeijingDate newYearsEve = new BeijingDate(LocalDate.of(2026, 12, 31));

        assertThatThrownBy(() -> calendar(Calendars.of(2026, 2026)).after(newYearsEve, 1))
                .isInstanceOf(RuleSetIncompleteException.class)
                .hasMessageContaining("calendar/2027");
        assertThatThrownBy(() -> calendar(years).after(newYearsEve, 1)).isInstanceOf(RuleSetIncompleteException.class);
    }

    private static WorkingCalendar calendar(JsonArray years) {
        return WorkingCalendar.of(new OneSection(years));
    }
}
