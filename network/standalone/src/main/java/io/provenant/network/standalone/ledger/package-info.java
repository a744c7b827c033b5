/**
 * The seam between everything that uses a ledger and what the ledger is made of: the node inside this JVM, or real
 * Fabric as processes. One folder holds a ledger with its organisations, of which one set of authorities issues the
 * certificates of nodes and of people alike.
 *
 * <p>Depends on {@code network/embedded}, {@code network/fabric} and {@code network/identity}; knows no rule of a market.
 */
@NullMarked
package io.provenant.network.standalone.ledger;

import org.jspecify.annotations.NullMarked;
