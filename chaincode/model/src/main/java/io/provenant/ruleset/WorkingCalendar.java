package io.provenant.ruleset;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.RuleSetIncompleteException;
import io.provenant.ledger.Rules;
import java.util.List;

/**
 * Which days are working days: the section {@code calendar}, rows {@code {year, workingDays, sourceHash}}, where
 * {@code workingDays} has a 1 or 0 for each of 366 days. Holidays are moved by notice, so they are data.
 */
public final class WorkingCalendar {

    private static final String SECTION = "calendar";
    private static final int PLACES = 366;

    private final String ruleSetId;
    private final List<JsonObject> years;

    private WorkingCalendar(String ruleSetId, List<JsonObject> years) {
        this.ruleSetId = ruleSetId;
        this.years = years;
    }

    /** The calendar of this rule set. */
    public static WorkingCalendar of(Rules.RuleSections rules) {
        return new WorkingCalendar(rules.ruleSetId(), rules.rows(SECTION));
    }

    /**
     * The working day that comes so many working days after a day; with 0 the day itself. A year that the calendar lacks
     * is a {@link RuleSetIncompleteException}: nobody guesses holidays.
     */
    public BeijingDate after(BeijingDate start, long workingDays) {
        BeijingDate day = start;
        for (long left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /** True if people work on this day. */
    public boolean isWorkingDay(BeijingDate day) {
        int year = day.date().getYear();
        String places = years.stream()
                .filter(row -> row.integer("year") == year)
                .findFirst()
                .map(row -> row.text("workingDays"))
                .filter(text -> text.length() == PLACES)
                .orElseThrow(() -> new RuleSetIncompleteException(ruleSetId, SECTION + "/" + year));
        return places.charAt(day.date().getDayOfYear() - 1) == '1';
    }
}
