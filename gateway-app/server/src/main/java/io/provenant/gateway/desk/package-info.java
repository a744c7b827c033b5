/**
 * Primary data of the gateway that is no record body: the outbox of signed envelopes, idempotency keys and the read log,
 * in the PostgreSQL schema {@code desk}.
 *
 * <p>May depend on {@code ledger}; knows no route.
 */
@NullMarked
package io.provenant.gateway.desk;

import org.jspecify.annotations.NullMarked;
