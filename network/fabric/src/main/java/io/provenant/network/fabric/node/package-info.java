/** The processes of a network: where each one lives, what it is told, how it is started, watched and stopped. */
@NullMarked
package io.provenant.network.fabric.node;

import org.jspecify.annotations.NullMarked;
