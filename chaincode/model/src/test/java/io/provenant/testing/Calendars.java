package io.provenant.testing;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values of the section {@code calendar} in which every weekday is a working day, but for the holidays named. */
public final class Calendars {

    private Calendars() {}

    /** A calendar of these years. */
    public static JsonArray of(int firstYear, int lastYear, LocalDate... holidays) {
        List<LocalDate> free = Arrays.asList(holidays);
        return JsonArray.ofObjects(IntStream.rangeClosed(firstYear, lastYear)
                .mapToObj(year -> JsonObject.empty()
                        .with("year", year)
                        .with("workingDays", places(year, free))
                        .with("sourceHash", "0".repeat(64)))
                .toList());
    }

    private static String places(int year, List<LocalDate> free) {
        return IntStream.rangeClosed(1, 366)
                .mapToObj(day -> day <= Year.of(year).length() && isWorkingDay(LocalDate.ofYearDay(year, day), free))
                .map(works -> works ? "1" : "0")
                .collect(Collectors.joining());
    }

    private static boolean isWorkingDay(LocalDate day, List<LocalDate> free) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !free.contains(day);
    }
}
