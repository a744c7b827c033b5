/**
 * From an endorsed transaction to its end: the signed envelope, the outbox that remembers it, and what the blocks say of
 * it.
 *
 * <p>May depend on {@code ledger}, {@code ledger.block} and fabric-protos; the outbox is a port, its tables are in
 * {@code desk}.
 */
@NullMarked
package io.provenant.gateway.ledger.commit;

import org.jspecify.annotations.NullMarked;
