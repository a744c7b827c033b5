/** The receipt of a record in a log, from promise to attestation. */
@NullMarked
package io.provenant.proof.receipt;

import org.jspecify.annotations.NullMarked;
