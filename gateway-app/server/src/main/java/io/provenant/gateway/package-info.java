/** The gateway app: main, settings, wiring. */
@NullMarked
package io.provenant.gateway;

import org.jspecify.annotations.NullMarked;
