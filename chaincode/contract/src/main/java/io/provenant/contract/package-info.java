/** The Fabric binding of the rules: one dispatcher on the Java chaincode SDK. */
@NullMarked
package io.provenant.contract;

import org.jspecify.annotations.NullMarked;
