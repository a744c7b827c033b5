package io.provenant.gateway.index;

import java.util.Optional;

/**
 * The transaction that wrote something, and who sent it.
 *
 * @param txNumber its position in the block
 * @param txMs the proposal's time, UTC milliseconds
 * @param mspId the organisation whose certificate signed the proposal
 * @param partyId the acting party, for a hosted party its own id; absent where any certificate may send
 */
public record Written(
        long blockNumber,
        int txNumber,
        String txId,
        long txMs,
        String mspId,
        Optional<String> partyId,
        Optional<String> role,
        String command) {}
