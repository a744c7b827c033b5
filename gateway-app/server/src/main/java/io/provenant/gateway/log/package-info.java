/**
 * Append-only logs (RFC 6962, C2SP tlog): intake, promises, integration, checkpoints, receipts and the anchoring loop.
 * Depends on the model and the vault; the ledger stands behind {@link io.provenant.gateway.log.AnchorLedger}.
 */
@NullMarked
package io.provenant.gateway.log;

import org.jspecify.annotations.NullMarked;
