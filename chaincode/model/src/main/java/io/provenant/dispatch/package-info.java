/**
 * From the bytes of a command to the bytes of its outcome: the order of checks of domain 3a.10, the same on a peer, in
 * a preview and in a test.
 *
 * <p>May depend on every package of the model; nothing depends on it but the edges.
 */
@NullMarked
package io.provenant.dispatch;

import org.jspecify.annotations.NullMarked;
