package io.provenant.network.embedded.ledger;

import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Where a transaction id was committed first, and whether it was valid there. */
public record CommittedTransaction(String txId, long blockNumber, int position, TxValidationCode validationCode) {}
