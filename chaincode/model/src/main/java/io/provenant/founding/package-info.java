/**
 * The one moment at which parties start active and rules start in force (domain 3a.6).
 *
 * <p>May depend on {@code canonical}, {@code ledger}, {@code shape}, {@code command}, {@code party}, {@code approval}
 * and {@code ruleset}.
 */
@NullMarked
package io.provenant.founding;

import org.jspecify.annotations.NullMarked;
