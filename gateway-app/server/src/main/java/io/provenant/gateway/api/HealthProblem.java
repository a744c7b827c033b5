package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;

/**
 * What does not work at the moment, for anybody to see: no key, no path, no reason that names a person.
 *
 * @param code stable, for monitoring
 * @param isDown the gateway does not do its work; else it does most of it, and goes on trying the rest
 * @param says what does not work
 * @param next what to do
 */
public record HealthProblem(String code, boolean isDown, String says, String next) {

    JsonObject toJson() {
        return JsonObject.empty()
                .with("code", code)
                .with("down", isDown)
                .with("says", says)
                .with("next", next);
    }
}
