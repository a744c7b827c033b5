/**
 * The channel's ledger: simulations on the last block, commit of ordered transactions, and what was committed. Depends
 * on {@code access}, {@code msp}, {@code block}, {@code rwset}, {@code state} and {@code validation}; knows no network.
 */
@NullMarked
package io.provenant.network.embedded.ledger;

import org.jspecify.annotations.NullMarked;
