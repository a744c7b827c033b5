/**
 * The world state: sorted keys with values, metadata and versions, public and private, as of a block. Depends on
 * nothing of the node.
 */
@NullMarked
package io.provenant.network.embedded.state;

import org.jspecify.annotations.NullMarked;
