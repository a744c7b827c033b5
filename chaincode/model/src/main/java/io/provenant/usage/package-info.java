/**
 * The request for a use, the decision about it, what is owed for it, and what is done against the rules, as records
 * (domain 4.7); how a decision comes about is in {@code usage.decision}.
 *
 * <p>May depend on {@code canonical}, {@code ledger}, {@code shape}, {@code command}, {@code ruleset}, {@code approval}
 * and {@code asset}.
 */
@NullMarked
package io.provenant.usage;

import org.jspecify.annotations.NullMarked;
