/** Everything in one process, for a newcomer. */
@NullMarked
package io.provenant.network.standalone;

import org.jspecify.annotations.NullMarked;
