package io.provenant.gateway.log;

import java.util.List;

/**
 * What became of a file: a result for each line that is not blank, in the file's order.
 *
 * @param kept false if nothing was kept because a line is faulty
 */
public record IntakeReport(boolean kept, List<LineResult> lines) {

    /** Copies the lines in. */
    public IntakeReport {
        lines = List.copyOf(lines);
    }

    /** The lines that stand in the log, those held before included. */
    public List<LineResult.Promised> promised() {
        return only(LineResult.Promised.class);
    }

    /** The lines that are wrong. */
    public List<LineResult.Faulty> faulty() {
        return only(LineResult.Faulty.class);
    }

    private <T extends LineResult> List<T> only(Class<T> kind) {
        return lines.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
