package io.provenant.gateway.log;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import java.util.List;

/** What became of a line. */
public sealed interface LineResult {

    /** The line's number, from 1. */
    long line();

    /** The line as the API answers it (domain 3a.15). */
    JsonObject toJson();

    /**
     * The record is on disk.
     *
     * @param held it was there before, and nothing was written
     * @param promise the promise file
     */
    record Promised(long line, long index, boolean held, JsonObject promise, List<String> flags) implements LineResult {

        /** Copies the flags in. */
        public Promised {
            flags = List.copyOf(flags);
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.empty()
                    .with("line", line)
                    .with("index", index)
                    .with("held", held)
                    .with("promise", promise)
                    .withTexts("flags", flags);
        }
    }

    /** The line is no record, or conflicts with one. */
    record Faulty(long line, List<LineFault> faults) implements LineResult {

        /** Copies the faults in. */
        public Faulty {
            faults = List.copyOf(faults);
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.empty()
                    .with("line", line)
                    .withTexts(
                            "codes",
                            faults.stream()
                                    .map(fault -> fault.code().name())
                                    .distinct()
                                    .toList())
                    .with(
                            "faults",
                            new JsonArray(List.copyOf(
                                    faults.stream().map(LineFault::toJson).toList())));
        }
    }

    /** The line is a record, and was not kept since another line of the file is none. */
    record NotKept(long line) implements LineResult {

        @Override
        public JsonObject toJson() {
            return JsonObject.empty().with("line", line).with("kept", false);
        }
    }
}
