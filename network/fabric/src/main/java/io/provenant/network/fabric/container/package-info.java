/** The network's nodes in containers: Docker's command line runs each of them in the foreground, as a process would. */
@NullMarked
package io.provenant.network.fabric.container;

import org.jspecify.annotations.NullMarked;
