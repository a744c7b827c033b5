/**
 * The product's chaincode on a ledger: what it writes is what the model returned, restrictions win their races, and what
 * was endorsed before a tick dies with it. Depends on {@code testing}, {@code wire}, the model and the model's tests.
 */
@NullMarked
package io.provenant.network.market;

import org.jspecify.annotations.NullMarked;
