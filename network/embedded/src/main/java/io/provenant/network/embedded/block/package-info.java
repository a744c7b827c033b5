/**
 * Blocks as bytes: header hashes, metadata, the commit hash, the channel's first block, and the files that keep them.
 * Depends on {@code access} for the orderer's signature.
 */
@NullMarked
package io.provenant.network.embedded.block;

import org.jspecify.annotations.NullMarked;
