/**
 * Red, black and watch lists of organisations, with notice, answer, a second pair of eyes and an end (domain 4.9).
 *
 * <p>May depend on {@code canonical}, {@code ledger}, {@code shape}, {@code command}, {@code ruleset}, {@code party},
 * {@code approval} and {@code document}.
 */
@NullMarked
package io.provenant.listing;

import org.jspecify.annotations.NullMarked;
