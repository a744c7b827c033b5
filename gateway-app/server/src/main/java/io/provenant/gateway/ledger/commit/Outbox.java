package io.provenant.gateway.ledger.commit;

import java.util.List;
import java.util.Optional;

/** Signed envelopes that outlive this process: written before the first submit, closed by the blocks. */
public interface Outbox {

    /**
     * Durable when this returns; {@link OutboxRefusedException} where it is certainly not written, any other exception
     * where nobody knows.
     */
    void write(OutboxEntry entry);

    /** Notes how transactions ended; those it does not hold are left out. */
    void close(List<Ending> endings);

    /** Entries without an ending that nobody released. */
    List<OutboxEntry> open();

    /** Notes that an entry without an ending is sent no more; durable when this returns. */
    void release(String txId);

    /** Released entries without an ending. */
    List<OutboxEntry> released();

    /** The entry of this transaction. */
    Optional<OutboxEntry> find(String txId);
}
