/**
 * Organisations that join a running channel, and leave it: a change of the channel's configuration that the admins of two
 * voices sign, computed by Fabric's own programs. Depends on {@code channel} and {@code node}.
 */
@NullMarked
package io.provenant.network.fabric.membership;

import org.jspecify.annotations.NullMarked;
