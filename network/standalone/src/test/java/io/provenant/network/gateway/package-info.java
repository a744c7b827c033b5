/** The gateway app of each organisation on a ledger, as its users see it: over HTTP and on the command line. */
@NullMarked
package io.provenant.network.gateway;

import org.jspecify.annotations.NullMarked;
