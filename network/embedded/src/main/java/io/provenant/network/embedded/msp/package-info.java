/**
 * Membership as Fabric's programs define it: organisations from MSP configurations, their members' certificates, roles
 * and signatures, and the policies over them. Depends on the protocol messages and the node's {@code access} seam only.
 */
@NullMarked
package io.provenant.network.embedded.msp;

import org.jspecify.annotations.NullMarked;
