/**
 * The Fabric client: submit, evaluate, attest, and one block stream from which every commit is resolved and the index
 * is fed. Errors by phase: refused, conflict, unavailable, indeterminate.
 *
 * <p>May depend on the model, on {@code proof} for attestation files, on {@code log} for the port it implements, and on
 * fabric-gateway; knows no database and no route.
 */
@NullMarked
package io.provenant.gateway.ledger;

import org.jspecify.annotations.NullMarked;
