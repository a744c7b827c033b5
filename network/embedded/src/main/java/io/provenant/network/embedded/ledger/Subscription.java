package io.provenant.network.embedded.ledger;

/** Ends the telling of a listener when closed. */
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
