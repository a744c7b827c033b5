/**
 * Who takes part in the standalone market: the three organisations with their roots, nodes and people, made once and
 * kept in the data folder.
 *
 * <p>Holds every organisation's keys, which is why a standalone market proves nothing between organisations.
 */
@NullMarked
package io.provenant.network.standalone.identity;

import org.jspecify.annotations.NullMarked;
