/** Receipts, attestations and checkpoints: parse and verify offline. No server, no database, no network. */
@NullMarked
package io.provenant.proof;

import org.jspecify.annotations.NullMarked;
