/**
 * The ledger client on fabric-gateway: one gRPC channel to this organisation's peer, one identity a person and role.
 *
 * <p>May depend on the other packages under {@code ledger}, on {@code proof} for attestation files and on {@code log} for
 * the port that it implements.
 */
@NullMarked
package io.provenant.gateway.ledger.fabric;

import org.jspecify.annotations.NullMarked;
