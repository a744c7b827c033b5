/**
 * Every number and table as data, changed by governance, with its history (domain 4.3).
 *
 * <p>May depend on {@code canonical}, {@code ledger}, {@code shape}, {@code command} and {@code approval}.
 */
@NullMarked
package io.provenant.ruleset;

import org.jspecify.annotations.NullMarked;
