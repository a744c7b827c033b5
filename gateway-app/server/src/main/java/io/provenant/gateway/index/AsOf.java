package io.provenant.gateway.index;

/**
 * What an answer holds for: all rows written up to this block, judged at its ledger time.
 *
 * @param height number of the newest block included; -1 before the first
 * @param ledgerTimeMs greatest transaction time up to it, UTC milliseconds; 0 before the first
 */
public record AsOf(long height, long ledgerTimeMs) {}
