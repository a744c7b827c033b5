package io.provenant.gateway;

import java.util.List;

/** Settings with which the gateway does not start; every problem is named, with the setting it concerns. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    SettingsException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** A line for each problem. */
    public List<String> problems() {
        return problems;
    }
}
