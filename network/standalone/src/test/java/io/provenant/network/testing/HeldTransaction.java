package io.provenant.network.testing;

import java.nio.charset.StandardCharsets;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;

/** A transaction that is endorsed and not ordered: it is kept for as long as its holder likes. */
public record HeldTransaction(Transaction transaction) {

    public String txId() {
        return transaction.getTransactionId();
    }

    /** What the chaincode answered. */
    public String answer() {
        return new String(transaction.getResult(), StandardCharsets.UTF_8);
    }

    /** Sends it to be ordered, and waits for its validation code. */
    public Status order() throws SubmitException, CommitStatusException {
        return transaction.submitAsync().getStatus();
    }
}
