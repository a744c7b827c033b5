package io.provenant.gateway.generator;

import io.provenant.gateway.log.LineFault.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A day with one faulty line of each intake code, spread evenly.
 *
 * @param codes which line, from 1, has which fault
 */
public record FaultyLines(List<String> lines, SortedMap<Integer, Code> codes) {

    private static final List<Code> MADE = List.of(
            Code.INPUT_MALFORMED, Code.FIELD_MISSING, Code.CODE_UNKNOWN, Code.NUMBER_NOT_EXACT, Code.DUPLICATE_IN_FILE);

    /** Copies both in. */
    public FaultyLines {
        lines = List.copyOf(lines);
        codes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(codes));
    }

    /** Breaks a line of each kind in this day, which has at least 10 lines. */
    public static FaultyLines in(TradeDay day) {
        List<String> lines = new ArrayList<>(day.records());
        TreeMap<Integer, Code> codes = new TreeMap<>();
        int step = lines.size() / MADE.size();
        for (int i = 0; i < MADE.size(); i++) {
            int number = (i + 1) * step;
            lines.set(number - 1, broken(MADE.get(i), lines.get(number - 1), lines.get(0)));
            codes.put(number, MADE.get(i));
        }
        return new FaultyLines(lines, codes);
    }

    /** The lines as NDJSON. */
    public String ndjson() {
        return String.join("\n", lines) + "\n";
    }

    private static String broken(Code code, String line, String first) {
        return switch (code) {
            case FIELD_MISSING -> line.replace("\"venue\":\"ON_EXCHANGE\"", "\"lateFor\":\"2026-01-01\"");
            case CODE_UNKNOWN -> line.replace("\"venue\":\"ON_EXCHANGE\"", "\"venue\":\"BAZAAR\"");
            case NUMBER_NOT_EXACT -> line.replaceFirst("\"occurredMs\":[0-9]+", "\"occurredMs\":1234567890123456789");
            case DUPLICATE_IN_FILE -> first.replaceFirst("\"occurredMs\":1", "\"occurredMs\":2");
            default -> line.substring(0, line.length() - 5);
        };
    }
}
