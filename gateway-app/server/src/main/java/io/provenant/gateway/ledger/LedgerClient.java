package io.provenant.gateway.ledger;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.block.BlockListener;
import io.provenant.gateway.ledger.block.BlockStream;
import io.provenant.gateway.ledger.identity.RoleKeyMissingException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The ledger as the gateway app sees it, through its own organisation's peer. */
public interface LedgerClient extends AutoCloseable {

    /**
     * Endorses a command, has it ordered, and completes once the block stream has shown how it ended, or once the wait
     * for that is over ({@link Submission.Indeterminate}). Completes exceptionally only where nothing could be sent at
     * all, such as with {@link RoleKeyMissingException} for a person without this role's certificate.
     */
    CompletableFuture<Submission> submitAsync(Signatory as, LedgerCommand command);

    /** {@link #submitAsync}, waited for. */
    Submission submit(Signatory as, LedgerCommand command);

    /**
     * What this organisation's peer answers to a read-only command, whole: {@code {v, command, answer, writes}} of
     * {@code ledger:describe}, {@code {v, attest}} of {@code attest}.
     */
    JsonObject evaluate(String command, JsonObject body) throws LedgerUnavailableException, LedgerRefusedException;

    /**
     * An attestation file (domain 3a.12) over these keys, 1 to 64 that ascend, endorsed by as many organisations as the
     * settings ask. Endorsements that differ because a head moved are asked for again.
     */
    JsonObject attest(List<String> keys) throws LedgerUnavailableException, LedgerRefusedException;

    /**
     * What is known of a transaction that this gateway sent, in this process or an earlier one: {@link
     * Submission.Indeterminate} while no block has ended it, nothing where the outbox does not hold it any more.
     */
    Optional<Submission> outcome(String txId);

    /** Number of the newest block that the stream has brought, to this process or an earlier one; -1 before the first. */
    long height();

    /**
     * Opens a block stream of its own for a listener that is far behind, such as an index that is being rebuilt; whoever
     * asked closes it.
     */
    BlockStream feed(BlockListener listener, String name);

    /** Why no blocks come at the moment, or a listener was stopped; nothing while all is well. For the health page. */
    Optional<String> problem();

    /** Ends the stream and the threads; what was sent stays in the outbox. */
    @Override
    void close();
}
