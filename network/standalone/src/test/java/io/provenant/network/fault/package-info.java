/**
 * What a user of the ledger sees while something of a real network is broken, and that nothing promised is lost or
 * doubled by it. Skipped, with a printed reason, where the run is not on real Fabric.
 */
@NullMarked
package io.provenant.network.fault;

import org.jspecify.annotations.NullMarked;
