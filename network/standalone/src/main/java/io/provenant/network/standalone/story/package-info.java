/**
 * The story that {@code scripts/demo} tells: every step goes through the REST interface of a running gateway, with a
 * token of the person who takes it, and says what came of it.
 *
 * <p>Depends on the gateway's REST interface and on its offline commands, never on its classes behind them.
 */
@NullMarked
package io.provenant.network.standalone.story;

import org.jspecify.annotations.NullMarked;
