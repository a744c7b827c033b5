/** The verifier's own trust file, and whether a certificate is that of a peer it trusts. */
@NullMarked
package io.provenant.proof.trust;

import org.jspecify.annotations.NullMarked;
