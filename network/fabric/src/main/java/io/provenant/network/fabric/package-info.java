/**
 * A network of real Fabric on this machine: peers and orderers as plain processes from binaries that are given, on
 * loopback only. Depends on {@code network/identity} and Fabric's messages; knows nothing of what runs on it.
 */
@NullMarked
package io.provenant.network.fabric;

import org.jspecify.annotations.NullMarked;
