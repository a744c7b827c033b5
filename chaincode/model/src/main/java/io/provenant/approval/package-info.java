/**
 * The consent of people of different organisations to one exact command or request (domain 4.2).
 *
 * <p>May depend on {@code canonical}, {@code ledger}, {@code shape}, {@code command}, {@code party} and
 * {@code document}.
 */
@NullMarked
package io.provenant.approval;

import org.jspecify.annotations.NullMarked;
