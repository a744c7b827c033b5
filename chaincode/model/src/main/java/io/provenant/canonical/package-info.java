/** Strict JSON, its canonical form (RFC 8785, ledger profile), digests and commitments. Depends on nothing but the JDK. */
@NullMarked
package io.provenant.canonical;

import org.jspecify.annotations.NullMarked;
