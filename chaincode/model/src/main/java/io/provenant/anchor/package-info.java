/**
 * Millions of records in one transaction: logs, their heads, and the proof that a log lied (domain 4.8).
 *
 * <p>May depend on {@code canonical}, {@code merkle}, {@code ledger}, {@code shape}, {@code command}, {@code approval}
 * and {@code usage}.
 */
@NullMarked
package io.provenant.anchor;

import org.jspecify.annotations.NullMarked;
