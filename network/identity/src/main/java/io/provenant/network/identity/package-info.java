/** Certificates for trying and testing, in MSP form. */
@NullMarked
package io.provenant.network.identity;

import org.jspecify.annotations.NullMarked;
