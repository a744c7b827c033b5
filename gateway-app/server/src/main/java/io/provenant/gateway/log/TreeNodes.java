package io.provenant.gateway.log;

/** Where a tree's complete subtrees are read from. */
interface TreeNodes {

    /** The hash over leaves {@code [number · 2^level, (number + 1) · 2^level)}. */
    byte[] hash(int level, long number);
}
