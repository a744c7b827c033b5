package io.provenant.gateway.ledger.commit;

import io.provenant.party.Fence;
import java.util.List;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * How a sent transaction ended.
 *
 * @param blockNumber the block that ended it; -1 for {@link #NOT_ORDERED}
 * @param code Fabric's name of the validation code, {@link #FENCE_PASSED} or {@link #NOT_ORDERED}
 * @param staleKeys keys that had been written since they were read, as far as the blocks show it
 */
public record Ending(String txId, long blockNumber, String code, List<String> staleKeys) {

    /** In no block when the fence ticked: it can never become valid (domain 3a.14). */
    public static final String FENCE_PASSED = "FENCE_PASSED";

    /** Certainly not taken by the orderer. */
    public static final String NOT_ORDERED = "NOT_ORDERED";

    /** Copies the keys in. */
    public Ending {
        staleKeys = List.copyOf(staleKeys);
    }

    /** True if it counts. */
    public boolean isValid() {
        return code.equals(TxValidationCode.VALID.name());
    }

    /** True if nothing but a tick of the fence was in the way: no contention, endorsed afresh at once. */
    public boolean isFenceOnly() {
        return code.equals(FENCE_PASSED) || (isConflict() && staleKeys.equals(List.of(Fence.KEY.text())));
    }

    /** True if a fresh proposal may well succeed. */
    public boolean isWorthAnotherTry() {
        return code.equals(FENCE_PASSED) || isConflict() || code.equals(TxValidationCode.DUPLICATE_TXID.name());
    }

    private boolean isConflict() {
        return code.equals(TxValidationCode.MVCC_READ_CONFLICT.name())
                || code.equals(TxValidationCode.PHANTOM_READ_CONFLICT.name());
    }
}
