package io.provenant.network.embedded.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where each transaction id was committed first, whether it was valid there or not. */
final class TransactionIndex {

    private final Map<String, CommittedTransaction> transactions = new ConcurrentHashMap<>();

    void add(CommittedTransaction transaction) {
        transactions.putIfAbsent(transaction.txId(), transaction);
    }

    boolean contains(String txId) {
        return transactions.containsKey(txId);
    }

    Optional<CommittedTransaction> find(String txId) {
        return Optional.ofNullable(transactions.get(txId));
    }

    Collection<CommittedTransaction> all() {
        return transactions.values();
    }
}
