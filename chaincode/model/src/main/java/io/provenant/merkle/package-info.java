/**
 * Merkle trees of RFC 6962 and RFC 9162: hashing, inclusion and consistency proofs, and the checkpoint text that a log
 * signs. Depends on {@code canonical} and on the signature port alone.
 */
@NullMarked
package io.provenant.merkle;

import org.jspecify.annotations.NullMarked;
