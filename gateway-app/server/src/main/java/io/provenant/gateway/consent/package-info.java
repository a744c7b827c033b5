/**
 * The controller's side of a consent for many persons: builds the set, keeps it encrypted, gives each person a receipt;
 * and the agent's side, which needs nothing but the receipt. Nothing here talks to a ledger: what leaves is a root.
 */
@NullMarked
package io.provenant.gateway.consent;

import org.jspecify.annotations.NullMarked;
