package io.provenant.gateway.ledger;

import io.provenant.ledger.Role;
import java.util.List;

/**
 * What this gateway sent and knows no outcome of. Each is sent again until a block or a tick of the fence ends it, or a
 * person releases it.
 */
public interface OpenTransactions {

    /**
     * A transaction without an outcome.
     *
     * @param role in which it was signed
     * @param afterBlock the newest block known when it was sent first
     * @param refusals how often in a row it was refused for what it is; a copy sent before may have been taken all the same
     * @param says what the last answer was
     */
    record OpenTransaction(String txId, String command, Role role, long afterBlock, int refusals, String says) {}

    /** All of them, oldest first. */
    List<OpenTransaction> all();

    /**
     * Sends it no more, durably. Its outcome stays unknown, for nobody can call back what was sent; should a block have
     * it after all, it ends like any other.
     *
     * @return false where there is none of this id
     */
    boolean release(String txId);
}
