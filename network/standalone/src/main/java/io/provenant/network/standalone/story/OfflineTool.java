package io.provenant.network.standalone.story;

import java.util.List;

/** The command line of Provenant, as somebody uses it who has no gateway. */
@FunctionalInterface
public interface OfflineTool {

    /** Runs a command, and waits for its end. */
    Result run(List<String> arguments);

    /** Runs a command, and waits for its end. */
    default Result run(String... arguments) {
        return run(List.of(arguments));
    }

    /**
     * What came of it.
     *
     * @param status 0 valid, 1 not valid, 2 could not check
     */
    record Result(int status, String output) {}
}
