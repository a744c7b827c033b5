package io.provenant.gateway.ledger.block;

import java.util.Comparator;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;

/** Where a key's value was written: Fabric's height, compared by block and then by position. */
public record KeyVersion(long blockNumber, long txNumber) implements Comparable<KeyVersion> {

    /** Before every write: the version of a key that does not exist. */
    public static final KeyVersion ABSENT = new KeyVersion(-1, -1);

    private static final Comparator<KeyVersion> ORDER =
            Comparator.comparingLong(KeyVersion::blockNumber).thenComparingLong(KeyVersion::txNumber);

    static KeyVersion of(Version version) {
        return new KeyVersion(version.getBlockNum(), version.getTxNum());
    }

    /** True if the other write came later. */
    public boolean isBefore(KeyVersion other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(KeyVersion other) {
        return ORDER.compare(this, other);
    }
}
