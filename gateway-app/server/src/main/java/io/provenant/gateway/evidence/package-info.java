/**
 * Proofs to take away: receipt files with the attestation of their head. They are built here; what they are worth is for
 * {@code proof} to say, on somebody else's machine.
 *
 * <p>May depend on {@code log}, on the ledger client and on {@code proof}; knows no route.
 */
@NullMarked
package io.provenant.gateway.evidence;

import org.jspecify.annotations.NullMarked;
