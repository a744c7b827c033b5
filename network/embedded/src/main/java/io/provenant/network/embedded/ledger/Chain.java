package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.block.BlockBytes;
import io.provenant.network.embedded.block.CommitHash;
import io.provenant.network.embedded.state.StateUpdates;
import io.provenant.network.embedded.state.Version;
import io.provenant.network.embedded.state.WorldState;
import io.provenant.network.embedded.validation.EndorsedTransaction;
import io.provenant.network.embedded.validation.TransactionIds;
import io.provenant.network.embedded.validation.ValidatedBlock;
import io.provenant.network.embedded.validation.WriteSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * What follows from the blocks: the state, the index of ids, the history of keys, and the tip that the next block
 * continues. Grows by a block at a time; everything in it can be made again from the blocks.
 */
final class Chain {

    private final TransactionIndex transactions = new TransactionIndex();
    private final KeyHistory history = new KeyHistory();
    private volatile WorldState state = WorldState.empty();
    private BlockHeader tip = BlockHeader.getDefaultInstance();
    private ByteString commitHash = ByteString.EMPTY;

    WorldState state() {
        return state;
    }

    TransactionIndex transactions() {
        return transactions;
    }

    KeyHistory history() {
        return history;
    }

    BlockHeader tip() {
        return tip;
    }

    ByteString commitHash() {
        return commitHash;
    }

    /** Takes up a state that was kept, and the tip of its blocks; ids and history are added beside. */
    void restore(WorldState kept, BlockHeader keptTip, ByteString keptCommitHash) {
        state = kept;
        tip = keptTip;
        commitHash = keptCommitHash;
    }

    /** Takes in a block that was validated before it was written, and says what it purges. */
    List<Purge> replay(Block block) throws IOException {
        StateUpdates updates = new StateUpdates();
        List<Purge> purges = new ArrayList<>();
        long number = block.getHeader().getNumber();
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            ByteString envelope = block.getData().getData(i);
            TxValidationCode code = BlockBytes.validationCode(block, i);
            int position = i;
            TransactionIds.claimed(envelope).ifPresent(txId -> addId(txId, number, position, code));
            if (code == TxValidationCode.VALID && number > 0) {
                EndorsedTransaction transaction = EndorsedTransaction.parse(envelope);
                Version version = new Version(number, i);
                WriteSet.apply(transaction.readWriteSet(), version, state, updates);
                history.add(transaction.readWriteSet(), version);
                purges.addAll(Purge.of(transaction.readWriteSet(), version));
            }
        }
        checkCommitHash(block, updates);
        move(block, updates);
        return purges;
    }

    /** Takes in a block that has just been validated and written. */
    void extend(Block block, ValidatedBlock validated) {
        long number = block.getHeader().getNumber();
        for (int i = 0; i < validated.codes().size(); i++) {
            TxValidationCode code = validated.codes().get(i);
            int position = i;
            validated.txIds().get(i).ifPresent(txId -> addId(txId, number, position, code));
        }
        validated
                .valid()
                .forEach((position, transaction) ->
                        history.add(transaction.readWriteSet(), new Version(number, position)));
        move(block, validated.updates());
    }

    /** Puts writes beside those of the blocks into the state. */
    void add(StateUpdates updates) {
        state = state.with(updates, state.height());
    }

    private void addId(String txId, long number, int position, TxValidationCode code) {
        transactions.add(new CommittedTransaction(txId, number, position, code));
    }

    private void move(Block block, StateUpdates updates) {
        tip = block.getHeader();
        commitHash = BlockBytes.commitHash(block);
        state = state.with(updates, tip.getNumber() + 1);
    }

    /** A wrong one means that this code no longer does with a block what the code did that wrote it. */
    private void checkCommitHash(Block block, StateUpdates updates) throws IOException {
        long number = block.getHeader().getNumber();
        ByteString filter = BlockBytes.filter(block);
        if (number > 0 && !CommitHash.next(commitHash, filter, updates).equals(BlockBytes.commitHash(block))) {
            throw new IOException("the commit hash of block " + number + " does not follow from its transactions");
        }
    }
}
