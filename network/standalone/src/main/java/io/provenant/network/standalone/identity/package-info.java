/**
 * Who takes part in the standalone market: the three organisations and their people, whose role certificates are issued
 * once by the authorities of the ledger and kept in the data folder.
 *
 * <p>Holds everybody's keys, which is why a standalone market proves nothing between organisations.
 */
@NullMarked
package io.provenant.network.standalone.identity;

import org.jspecify.annotations.NullMarked;
