/**
 * {@code protos.Deliver} of a peer, and the following of blocks that streams are made of. Depends on {@code access} and
 * {@code ledger}.
 */
@NullMarked
package io.provenant.network.embedded.deliver;

import org.jspecify.annotations.NullMarked;
