/**
 * The channel's one orderer: what it refuses, and how it cuts blocks. Depends on {@code access} and {@code ledger},
 * which makes and signs the blocks.
 */
@NullMarked
package io.provenant.network.embedded.order;

import org.jspecify.annotations.NullMarked;
