/**
 * An organisation's endorsing peer: what it checks of a proposal, how it runs it, and the endorsement that it signs.
 * Depends on {@code access}, {@code ledger}, {@code state} and {@code chaincode}.
 */
@NullMarked
package io.provenant.network.embedded.endorser;

import org.jspecify.annotations.NullMarked;
