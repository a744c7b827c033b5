/** What a network of processes takes on this machine: measured by hand, never by a test. Depends on fabric and server. */
@NullMarked
package io.provenant.network.standalone.bench;

import org.jspecify.annotations.NullMarked;
