package io.provenant.gateway.log;

/**
 * Which market a signature is for: it stands in front of all signed bytes (domain 3a.9).
 *
 * @param foundedTx the transaction of {@code market:found}, 64 hex digits
 */
public record MarketId(String channel, String foundedTx) {}
