package io.provenant.gateway.api;

import java.util.List;

/** A part of the gateway that says what of it does not work. */
public interface HealthSource {

    /** What does not work at the moment; asking waits for nothing. */
    List<HealthProblem> problems();
}
