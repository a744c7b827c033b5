/**
 * The channel's blocks as this gateway reads them: decoded, in order, without a gap, from one stream that is opened
 * again when it breaks.
 *
 * <p>May depend on the model's JSON and on fabric-protos.
 */
@NullMarked
package io.provenant.gateway.ledger.block;

import org.jspecify.annotations.NullMarked;
