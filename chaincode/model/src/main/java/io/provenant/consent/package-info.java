/**
 * What subjects were told, what they gave, and its end, without a trace of who they are (domain 4.5).
 *
 * <p>May depend on {@code canonical}, {@code merkle}, {@code ledger}, {@code shape}, {@code command}, {@code ruleset},
 * {@code document} and {@code party}.
 */
@NullMarked
package io.provenant.consent;

import org.jspecify.annotations.NullMarked;
