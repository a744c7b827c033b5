/**
 * The peer's side of the stream to a chaincode that runs as a service: the handshake, transactions, and the state that
 * the chaincode asks for meanwhile. Depends on {@code ledger} for simulations and on {@code access}.
 */
@NullMarked
package io.provenant.network.embedded.chaincode;

import org.jspecify.annotations.NullMarked;
