/** Strict JSON (RFC 8259) for the node's settings; depends on the JDK only. */
@NullMarked
package io.provenant.network.embedded.json;

import org.jspecify.annotations.NullMarked;
