package io.provenant.gateway.ledger.commit;

import io.provenant.gateway.ledger.block.KeyVersion;
import io.provenant.gateway.ledger.block.LedgerTransaction;
import io.provenant.gateway.ledger.block.WriteSet;
import io.provenant.party.Fence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The versions of the keys written last, from which one sees what an invalid transaction read too early. It need not
 * reach far back: what is stale was written between endorsement and order.
 */
final class RecentWrites {

    private static final int REMEMBERED = 100_000;
    private static final String FENCE = Fence.KEY.text();

    private final Map<String, KeyVersion> versions = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, KeyVersion> eldest) {
            return size() > REMEMBERED;
        }
    };
    private KeyVersion fence = KeyVersion.ABSENT;

    /** Takes the next transaction in; of an invalid one, tells the keys that it read at another version. */
    List<String> take(long blockNumber, LedgerTransaction transaction) {
        KeyVersion version = new KeyVersion(blockNumber, transaction.number());
        if (transaction.isValid()) {
            transaction.writeSet().writes().forEach(write -> put(write.key(), version));
            return List.of();
        }
        return transaction.writeSet().reads().stream()
                .filter(this::isStale)
                .map(WriteSet.Read::key)
                .sorted()
                .toList();
    }

    /** The version of the last write of a key, as far as it is remembered. */
    Optional<KeyVersion> lastWrite(String key) {
        return Optional.ofNullable(versions.get(key));
    }

    /** The version of the last tick seen; {@link KeyVersion#ABSENT} before the first. */
    KeyVersion fence() {
        return fence;
    }

    private void put(String key, KeyVersion version) {
        if (key.equals(FENCE)) {
            fence = version;
        }
        versions.put(key, version);
    }

    private boolean isStale(WriteSet.Read read) {
        KeyVersion last = read.key().equals(FENCE) ? fence : versions.get(read.key());
        return last != null && read.version().isBefore(last);
    }
}
