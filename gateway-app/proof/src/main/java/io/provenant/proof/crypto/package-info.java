/** The hash and signature ports of the rules, bound to Bouncy Castle's lightweight API. */
@NullMarked
package io.provenant.proof.crypto;

import org.jspecify.annotations.NullMarked;
