/**
 * Fabric's gRPC messages without a client library, so that every part of them can be wrong, late or kept back. Depends
 * on Fabric's messages and {@code network/identity} only.
 */
@NullMarked
package io.provenant.network.wire;

import org.jspecify.annotations.NullMarked;
