/**
 * The Fabric binding of the rules: one dispatcher on the Java chaincode SDK, the world state behind the model's port,
 * signature checks with Bouncy Castle's lightweight API, and the service's own start.
 *
 * <p>May depend on the model, the shim and Bouncy Castle. Nothing here names an organisation.
 */
@NullMarked
package io.provenant.contract;

import org.jspecify.annotations.NullMarked;
