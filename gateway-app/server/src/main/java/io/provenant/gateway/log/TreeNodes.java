package io.provenant.gateway.log;

import io.provenant.canonical.Digest;

/** Where a tree's complete subtrees are read from. */
interface TreeNodes {

    /** The hash over leaves {@code [number · 2^level, (number + 1) · 2^level)}. */
    Digest hash(int level, long number);
}
