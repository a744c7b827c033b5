package io.provenant.gateway.consent;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.JsonValue;
import io.provenant.canonical.MalformedJsonException;
import io.provenant.canonical.StrictJsonReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The persons of a consent from a file: NDJSON objects or CSV (RFC 4180) with a head line. Each has a {@code
 * subjectRef}, once in the file, and further members of text as the controller likes. One faulty line refuses the file:
 * a set without one of its persons would be another consent.
 */
public final class MemberFile {

    private static final String REF = "subjectRef";

    private final List<JsonObject> persons = new ArrayList<>();
    private final List<MemberFault> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private MemberFile() {}

    /** The persons in an NDJSON file. */
    public static List<JsonObject> ndjson(String text) throws MemberFileException {
        MemberFile file = new MemberFile();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                file.addJson(i + 1, lines.get(i));
            }
        }
        return file.whole();
    }

    /** The persons in a CSV file whose head line names the members. */
    public static List<JsonObject> csv(String text) throws MemberFileException {
        MemberFile file = new MemberFile();
        List<CsvRow> rows = CsvRow.all(text);
        if (rows.isEmpty()) {
            throw new MemberFileException(List.of(new MemberFault(1, "INPUT_MALFORMED", "no head line")));
        }
        List<String> names = rows.get(0).cells();
        if (!names.stream().allMatch(name -> name.matches("[a-z][A-Za-z0-9]*"))
                || Set.copyOf(names).size() != names.size()) {
            String says = "the head names each member once, as [a-z][A-Za-z0-9]*";
            throw new MemberFileException(List.of(new MemberFault(1, "INPUT_MALFORMED", says)));
        }
        rows.subList(1, rows.size()).forEach(row -> file.addRow(row, names));
        return file.whole();
    }

    private void addJson(long line, String text) {
        try {
            add(line, StrictJsonReader.parseObject(text));
        } catch (MalformedJsonException e) {
            fault(line, "INPUT_MALFORMED", String.valueOf(e.getMessage()));
        }
    }

    private void addRow(CsvRow row, List<String> names) {
        if (row.cells().size() != names.size()) {
            String says = row.cells().size() + " cells under a head of " + names.size();
            fault(row.line(), "INPUT_MALFORMED", says);
            return;
        }
        JsonObject person = JsonObject.empty();
        for (int i = 0; i < names.size(); i++) {
            if (!row.cells().get(i).isEmpty()) {
                person = person.with(names.get(i), row.cells().get(i));
            }
        }
        add(row.line(), person);
    }

    private void add(long line, JsonObject person) {
        for (JsonValue value : person.members().values()) {
            if (!(value instanceof JsonString)) {
                fault(line, "INPUT_MALFORMED", "a member is no text");
                return;
            }
        }
        if (!person.has(REF)) {
            fault(line, "FIELD_MISSING", "no " + REF);
        } else if (person.has("docType") || person.has("id")) {
            fault(line, "INPUT_MALFORMED", "docType and id are made here");
        } else if (!seen.add(person.text(REF))) {
            fault(line, "DUPLICATE_IN_FILE", "the " + REF + " stands in an earlier line");
        } else {
            persons.add(person);
        }
    }

    private void fault(long line, String code, String says) {
        faults.add(new MemberFault(line, code, says));
    }

    private List<JsonObject> whole() throws MemberFileException {
        if (faults.isEmpty() && persons.isEmpty()) {
            fault(1, "INPUT_MALFORMED", "no person in the file");
        }
        if (!faults.isEmpty()) {
            throw new MemberFileException(faults);
        }
        return persons;
    }
}
