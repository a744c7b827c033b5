/**
 * Derived data: the write-set values of valid transactions in PostgreSQL, decoded by type and schema version, with
 * block, transaction and position, and the queries on them. Dropped and rebuilt from block 0 at any time.
 *
 * <p>May depend on the model and on the blocks of {@code ledger}; knows no route.
 */
@NullMarked
package io.provenant.gateway.index;

import org.jspecify.annotations.NullMarked;
