package io.provenant.gateway.log;

import io.provenant.canonical.JsonObject;

/**
 * What is wrong with a line of a file.
 *
 * @param column 1-based; 0 where the fault concerns a member, not a character
 * @param pointer the member as JSON Pointer (RFC 6901); empty for the whole line
 * @param says the rule, without the value that broke it
 */
public record LineFault(Code code, int column, String pointer, String says) {

    /** Stable codes of faulty lines (domain 4.8). */
    public enum Code {
        /** Not JSON, an unknown member, or a value of another form. */
        INPUT_MALFORMED,
        /** A member is missing. */
        FIELD_MISSING,
        /** A code is not in its list. */
        CODE_UNKNOWN,
        /** A number that not every reader holds exactly: send it as a string. */
        NUMBER_NOT_EXACT,
        /** The same record number stands elsewhere, here or in the log, with other content. */
        DUPLICATE_IN_FILE,
        /** An id looks like that of a person. */
        ID_LOOKS_PERSONAL,
        /** A line, list or file is too long. */
        LIMIT_EXCEEDED
    }

    /** A fault of the whole line. */
    static LineFault of(Code code, String says) {
        return new LineFault(code, 0, "", says);
    }

    /** The fault as the API shows it. */
    public JsonObject toJson() {
        JsonObject json = JsonObject.empty()
                .with("code", code.name())
                .with("pointer", pointer)
                .with("says", says);
        return column == 0 ? json : json.with("column", column);
    }
}
