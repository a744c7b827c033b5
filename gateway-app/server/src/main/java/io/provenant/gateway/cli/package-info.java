/**
 * The command line, {@code provenant}: serve, verify offline, and every route for people and scripts. Offline commands
 * start no Spring context and open no connection.
 *
 * <p>May depend on every other package of the gateway app; nothing depends on it.
 */
@NullMarked
package io.provenant.gateway.cli;

import org.jspecify.annotations.NullMarked;
