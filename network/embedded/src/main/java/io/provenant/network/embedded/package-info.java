/** A Fabric node inside the JVM, for trying, developing and testing. */
@NullMarked
package io.provenant.network.embedded;

import org.jspecify.annotations.NullMarked;
