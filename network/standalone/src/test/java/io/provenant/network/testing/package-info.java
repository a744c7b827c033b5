/**
 * The extension by which every suite that touches a ledger gets one: real Fabric or the embedded node, as
 * {@code -Dledger} says. Depends on everything under {@code network/}; a suite depends on this package only.
 */
@NullMarked
package io.provenant.network.testing;

import org.jspecify.annotations.NullMarked;
