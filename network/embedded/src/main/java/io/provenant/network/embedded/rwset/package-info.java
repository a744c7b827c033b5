/**
 * Read-write sets: what a simulation builds and what validation reads, byte for byte as peers write them. Depends on
 * {@code state} for versions and the order of keys.
 */
@NullMarked
package io.provenant.network.embedded.rwset;

import org.jspecify.annotations.NullMarked;
