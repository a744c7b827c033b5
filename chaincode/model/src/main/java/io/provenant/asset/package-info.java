/**
 * What the data is and which versions of it exist (domain 4.4); where a version came from is judged in
 * {@code asset.lineage}.
 *
 * <p>May depend on {@code canonical}, {@code ledger}, {@code shape}, {@code command}, {@code ruleset} and
 * {@code consent}.
 */
@NullMarked
package io.provenant.asset;

import org.jspecify.annotations.NullMarked;
