package io.provenant.merkle;

/** The way from a node to the root: the pair (fn, sn) of the verification algorithms of RFC 9162 section 2.1. */
final class Climb {

    private long node;
    private long last;

    Climb(long node, long last) {
        this.node = node;
        this.last = last;
    }

    boolean isAtTop() {
        return last == 0;
    }

    /** True if the next sibling stands on the left. */
    boolean isRightChild() {
        return (node & 1) == 1 || node == last;
    }

    /** Goes up one level, and past the levels at which a last node without a sibling is its own parent. */
    void up() {
        if (isRightChild()) {
            while ((node & 1) == 0 && node != 0) {
                shift();
            }
        }
        shift();
    }

    /** Goes up while the node is a right child. */
    void skipRightChildren() {
        while ((node & 1) == 1) {
            shift();
        }
    }

    private void shift() {
        node >>= 1;
        last >>= 1;
    }
}
