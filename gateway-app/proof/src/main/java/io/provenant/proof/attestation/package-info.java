/** Endorsed answers of the ledger to attest: the file, the proposal and the response in it. */
@NullMarked
package io.provenant.proof.attestation;

import org.jspecify.annotations.NullMarked;
