package io.provenant.gateway.consent;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of a CSV file (RFC 4180).
 *
 * @param line where it starts, from 1: a quoted cell may hold line ends
 */
record CsvRow(long line, List<String> cells) {

    CsvRow {
        cells = List.copyOf(cells);
    }

    static List<CsvRow> all(String text) throws MemberFileException {
        return new Reader(text).rows();
    }

    /** One pass over the characters. */
    private static final class Reader {

        private final String text;
        private int at;
        private long line = 1;

        Reader(String text) {
            this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
        }

        List<CsvRow> rows() throws MemberFileException {
            List<CsvRow> rows = new ArrayList<>();
            while (at < text.length()) {
                long start = line;
                List<String> cells = row();
                if (cells.size() > 1 || !cells.get(0).isEmpty()) {
                    rows.add(new CsvRow(start, cells));
                }
            }
            return rows;
        }

        private List<String> row() throws MemberFileException {
            List<String> cells = new ArrayList<>();
            cells.add(cell());
            while (at < text.length() && text.charAt(at) == ',') {
                at++;
                cells.add(cell());
            }
            if (at < text.length() && text.charAt(at++) != '\n') {
                throw malformed("text behind a quoted cell");
            }
            line++;
            return cells;
        }

        private String cell() throws MemberFileException {
            if (at < text.length() && text.charAt(at) == '"') {
                at++;
                return quoted();
            }
            int start = at;
            while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
                at++;
            }
            int end = at > start && text.charAt(at - 1) == '\r' ? at - 1 : at;
            return text.substring(start, end);
        }

        private String quoted() throws MemberFileException {
            StringBuilder out = new StringBuilder();
            long start = line;
            while (!closes()) {
                if (at >= text.length()) {
                    line = start;
                    throw malformed("a quoted cell without its closing quote");
                }
                char c = text.charAt(at++);
                at += c == '"' ? 1 : 0; // the second of two quotes
                line += c == '\n' ? 1 : 0;
                out.append(c);
            }
            at++;
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            return out.toString();
        }

        private boolean closes() {
            boolean quote = at < text.length() && text.charAt(at) == '"';
            return quote && (at + 1 == text.length() || text.charAt(at + 1) != '"');
        }

        private MemberFileException malformed(String says) {
            return new MemberFileException(List.of(new MemberFault(line, "INPUT_MALFORMED", says)));
        }
    }
}
