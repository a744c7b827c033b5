/** C2SP texts of a log: verifier keys, signed notes and tlog-proofs. */
@NullMarked
package io.provenant.proof.note;

import org.jspecify.annotations.NullMarked;
