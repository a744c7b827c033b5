/**
 * Private papers behind public records, erasable (domain 3.8, 4.6).
 *
 * <p>May depend on {@code canonical}, {@code ledger}, {@code shape}, {@code command} and {@code party}.
 */
@NullMarked
package io.provenant.document;

import org.jspecify.annotations.NullMarked;
