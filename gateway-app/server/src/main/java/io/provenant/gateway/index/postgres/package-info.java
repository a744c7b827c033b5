/**
 * The index in PostgreSQL: a schema {@code index_N} fed from blocks, the queries on it, and the rebuild of the next one.
 *
 * <p>May depend on {@code index}, on the blocks of {@code ledger}, on the model and on Spring's JDBC client.
 */
@NullMarked
package io.provenant.gateway.index.postgres;

import org.jspecify.annotations.NullMarked;
