package io.provenant.gateway.consent;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.log.MarketId;

/**
 * What a consent is about, as each receipt repeats it.
 *
 * @param market where the grant is recorded; a withdrawal signed for another market is worth nothing
 * @param consentId a UUID-4, fresh for each consent
 * @param record the receipt's fields after ISO/IEC TS 27560, such as purpose, controller, notice, withdrawal method and
 *     the way to complain; no field about the person
 */
public record ConsentTerms(MarketId market, String consentId, JsonObject record) {}
