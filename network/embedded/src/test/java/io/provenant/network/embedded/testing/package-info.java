/** A small channel for this module's tests: organisations, a probe chaincode, and clients. */
@NullMarked
package io.provenant.network.embedded.testing;

import org.jspecify.annotations.NullMarked;
