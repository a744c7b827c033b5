/**
 * Certificates for trying and testing, in MSP form: organisation authorities, nodes, people and role certificates as
 * Fabric reads them. Depends on the JDK and Bouncy Castle only; no production jar holds it.
 */
@NullMarked
package io.provenant.network.identity;

import org.jspecify.annotations.NullMarked;
