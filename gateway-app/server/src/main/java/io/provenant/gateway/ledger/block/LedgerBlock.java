package io.provenant.gateway.ledger.block;

import io.provenant.canonical.Digest;
import java.util.List;
import java.util.Optional;

/**
 * A block, with the chaincode's transactions in it; those of the channel's configuration and of other chaincodes are
 * left out.
 *
 * @param previousHash the hash of the header before; absent in block 0
 */
public record LedgerBlock(
        long number, Digest headerHash, Optional<Digest> previousHash, List<LedgerTransaction> transactions) {

    /** Copies the transactions in. */
    public LedgerBlock {
        transactions = List.copyOf(transactions);
    }
}
