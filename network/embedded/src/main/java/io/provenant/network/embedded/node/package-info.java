/**
 * The node as a whole: settings, its organisations' peers with their servers, start and stop. The only package that
 * knows all others.
 */
@NullMarked
package io.provenant.network.embedded.node;

import org.jspecify.annotations.NullMarked;
