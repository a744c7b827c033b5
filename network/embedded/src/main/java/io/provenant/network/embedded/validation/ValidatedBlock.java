package io.provenant.network.embedded.validation;

import io.provenant.network.embedded.state.StateUpdates;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * What became of a block's transactions.
 *
 * @param txIds the id that each claims, and nothing where it claims none that can be read
 * @param valid what the valid ones do, by position
 * @param updates what they do together
 */
public record ValidatedBlock(
        List<TxValidationCode> codes,
        List<Optional<String>> txIds,
        SortedMap<Integer, EndorsedTransaction> valid,
        StateUpdates updates) {

    public ValidatedBlock {
        codes = List.copyOf(codes);
        txIds = List.copyOf(txIds);
    }
}
