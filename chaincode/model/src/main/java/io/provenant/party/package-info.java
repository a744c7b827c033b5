/**
 * Who may act, with which keys and roles, and what restrains them (domain 4.1).
 *
 * <p>May depend on {@code canonical}, {@code ledger}, {@code shape}, {@code command}, {@code approval}, {@code document} and
 * {@code ruleset}.
 */
@NullMarked
package io.provenant.party;

import org.jspecify.annotations.NullMarked;
