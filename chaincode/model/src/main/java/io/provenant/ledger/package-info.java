/**
 * What every rule stands on: the port to the ledger, keys, stored values, commands, outcomes and refusals.
 *
 * <p>May depend on {@code canonical} only.
 */
@NullMarked
package io.provenant.ledger;

import org.jspecify.annotations.NullMarked;
