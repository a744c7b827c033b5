package io.provenant.network.embedded.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.ledger.ChannelLedger;
import io.provenant.network.embedded.ledger.CommittedTransaction;
import io.provenant.network.embedded.ledger.Subscription;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;

/** Those who wait for transactions to commit. One that committed already is answered at once. */
public final class CommitWaiters implements AutoCloseable {

    private final ChannelLedger ledger;
    private final Subscription subscription;
    private final Map<String, Set<Wait>> waiting = new HashMap<>();

    public CommitWaiters(ChannelLedger ledger, Executor executor) {
        this.ledger = ledger;
        this.subscription = ledger.subscribe(block -> executor.execute(() -> committed(block)));
    }

    /** Somebody's wait for one transaction. */
    final class Wait {

        private final String txId;
        private final CompletableFuture<CommittedTransaction> commit = new CompletableFuture<>();

        private Wait(String txId) {
            this.txId = txId;
        }

        /** Completes when the transaction has committed. */
        CompletableFuture<CommittedTransaction> commit() {
            return commit;
        }

        /** Waits no longer. */
        void leave() {
            synchronized (waiting) {
                Set<Wait> others = waiting.get(txId);
                if (others != null && others.remove(this) && others.isEmpty()) {
                    waiting.remove(txId);
                }
            }
        }
    }

    Wait await(String txId) {
        Wait wait = new Wait(txId);
        synchronized (waiting) {
            waiting.computeIfAbsent(txId, id -> new LinkedHashSet<>()).add(wait);
        }
        tell(txId); // after it waits, so that no commit in between is missed
        return wait;
    }

    private void committed(Block block) {
        for (ByteString data : block.getData().getDataList()) {
            String txId = txId(data);
            boolean isAwaited;
            synchronized (waiting) {
                isAwaited = waiting.containsKey(txId);
            }
            if (isAwaited) {
                tell(txId);
            }
        }
    }

    private void tell(String txId) {
        Optional<CommittedTransaction> transaction = ledger.transaction(txId);
        if (transaction.isPresent()) {
            Set<Wait> told;
            synchronized (waiting) {
                told = waiting.remove(txId);
            }
            if (told != null) {
                told.forEach(wait -> wait.commit.complete(transaction.get()));
            }
        }
    }

    /** The transaction's id; what cannot be read has none, and nobody waits for that. */
    private static String txId(ByteString data) {
        try {
            Payload payload = Payload.parseFrom(Envelope.parseFrom(data).getPayload());
            return ChannelHeader.parseFrom(payload.getHeader().getChannelHeader())
                    .getTxId();
        } catch (InvalidProtocolBufferException e) {
            return "";
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
