/** Who may speak on the channel: what the node asks of certificates, signatures and policies. */
@NullMarked
package io.provenant.network.embedded.access;

import org.jspecify.annotations.NullMarked;
