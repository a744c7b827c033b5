package io.provenant.command;

import io.provenant.canonical.JsonObject;

/** A command whose body has the right shape. */
public interface Command {

    /** The body, checked against the shape of its {@link CommandSpec}. */
    JsonObject body();
}
