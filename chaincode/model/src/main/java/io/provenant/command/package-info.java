/**
 * Commands as data and as use cases: the row of a command in the command table, its state machine step, and the one
 * class that judges it.
 *
 * <p>May depend on {@code canonical}, {@code ledger} and {@code shape}.
 */
@NullMarked
package io.provenant.command;

import org.jspecify.annotations.NullMarked;
