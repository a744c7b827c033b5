/**
 * The product's images as they run: read-only, without rights, and stopped by a signal. Testcontainers starts them; the
 * tests are skipped by name where no engine answers.
 */
@NullMarked
package io.provenant.network.container;

import org.jspecify.annotations.NullMarked;
