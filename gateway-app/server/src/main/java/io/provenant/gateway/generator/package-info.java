/** Seeded data for trying and measuring; nothing here runs in a gateway that serves. */
@NullMarked
package io.provenant.gateway.generator;

import org.jspecify.annotations.NullMarked;
