package io.provenant.network.embedded.validation;

import io.provenant.network.embedded.rwset.RangeReads;
import io.provenant.network.embedded.rwset.ReadWriteSet;
import io.provenant.network.embedded.state.Space;
import io.provenant.network.embedded.state.StateUpdates;
import io.provenant.network.embedded.state.StateValue;
import io.provenant.network.embedded.state.Version;
import io.provenant.network.embedded.state.WorldState;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Whether all that a transaction has read is as it was: the version of each key, the content of each range. A key that
 * an earlier valid transaction of the block has touched has changed.
 */
final class ReadCheck {

    private final WorldState before;
    private final StateUpdates updates;

    ReadCheck(WorldState before, StateUpdates updates) {
        this.before = before;
        this.updates = updates;
    }

    TxValidationCode check(ReadWriteSet readWriteSet) {
        for (ReadWriteSet.OfNamespace namespace : readWriteSet.namespaces()) {
            TxValidationCode code = check(namespace);
            if (code != TxValidationCode.VALID) {
                return code;
            }
        }
        return TxValidationCode.VALID;
    }

    private TxValidationCode check(ReadWriteSet.OfNamespace namespace) {
        Space space = Space.ofPublic(namespace.namespace());
        if (!namespace.keys().getReadsList().stream()
                .allMatch(read -> isSame(space, read.getKey(), version(read.hasVersion(), read.getVersion())))) {
            return TxValidationCode.MVCC_READ_CONFLICT;
        }
        if (!namespace.keys().getRangeQueriesInfoList().stream().allMatch(range -> isSame(space, range))) {
            return TxValidationCode.PHANTOM_READ_CONFLICT;
        }
        return namespace.collections().stream().allMatch(collection -> isSame(namespace, collection))
                ? TxValidationCode.VALID
                : TxValidationCode.MVCC_READ_CONFLICT;
    }

    private boolean isSame(ReadWriteSet.OfNamespace namespace, ReadWriteSet.OfCollection collection) {
        Space space = Space.ofHashes(namespace.namespace(), collection.collection());
        return collection.hashes().getHashedReadsList().stream()
                .allMatch(read ->
                        isSame(space, Space.keyOf(read.getKeyHash()), version(read.hasVersion(), read.getVersion())));
    }

    private boolean isSame(Space space, String key, Optional<Version> read) {
        return updates.find(space, key).isEmpty()
                && before.get(space, key).map(StateValue::version).equals(read);
    }

    private boolean isSame(Space space, RangeQueryInfo range) {
        int degree = range.hasReadsMerkleHashes() ? range.getReadsMerkleHashes().getMaxDegree() : Integer.MAX_VALUE - 1;
        if (degree < 2) {
            return false;
        }
        RangeReads reads = new RangeReads(degree);
        new CombinedRange(before, updates)
                .read(space, range.getStartKey(), range.getEndKey(), !range.getItrExhausted(), reads::add);
        RangeQueryInfo.Builder now = range.toBuilder().clearReadsInfo();
        reads.finish(now);
        return range.hasReadsMerkleHashes()
                ? range.getReadsMerkleHashes().equals(now.getReadsMerkleHashes())
                : range.getRawReads().equals(now.getRawReads());
    }

    private static Optional<Version> version(
            boolean isThere, org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version version) {
        return isThere ? Optional.of(Version.of(version)) : Optional.empty();
    }
}
