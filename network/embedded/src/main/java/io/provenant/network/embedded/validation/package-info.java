/**
 * Whether an ordered transaction is valid, in the order of a peer's checks: form and creator, known id, endorsement
 * policies, and what changed since it was endorsed. Depends on {@code access}, {@code msp}, {@code rwset} and
 * {@code state}.
 */
@NullMarked
package io.provenant.network.embedded.validation;

import org.jspecify.annotations.NullMarked;
