/**
 * Role certificates and the keys behind them: the seam at which a key in a file gives way to one in a PKCS#11 token.
 *
 * <p>May depend on fabric-gateway's identity types only.
 */
@NullMarked
package io.provenant.gateway.ledger.identity;

import org.jspecify.annotations.NullMarked;
