/** What tests of several packages share: PostgreSQL, and blocks as a peer would deliver them. */
@NullMarked
package io.provenant.gateway.testing;

import org.jspecify.annotations.NullMarked;
