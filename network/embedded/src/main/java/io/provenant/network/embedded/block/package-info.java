/**
 * Blocks as bytes: header hashes, metadata, the commit hash, the channel's first block, and the files that keep them.
 * Depends on {@code access} for the orderer's signature, on {@code msp} for the text of policies, and on {@code rwset}
 * and {@code state} for what the commit hash covers.
 */
@NullMarked
package io.provenant.network.embedded.block;

import org.jspecify.annotations.NullMarked;
