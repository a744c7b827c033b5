package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.block.BlockBytes;
import io.provenant.network.embedded.block.BlockOrderer;
import io.provenant.network.embedded.block.CommitHash;
import io.provenant.network.embedded.state.StateUpdates;
import io.provenant.network.embedded.state.Version;
import io.provenant.network.embedded.validation.BlockValidator;
import io.provenant.network.embedded.validation.EndorsedTransaction;
import io.provenant.network.embedded.validation.ValidatedBlock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;

/**
 * Makes one block after the other: validates, writes what is private, then the block, each surely on disk, and only then
 * lets readers see it. After a failure to write nothing more is committed: what is on disk is known again after the next
 * opening.
 */
final class Committer {

    private final BlockValidator validator;
    private final BlockOrderer orderer;
    private final Chain chain;
    private final LedgerFiles files;
    private boolean isBroken;

    Committer(BlockValidator validator, BlockOrderer orderer, Chain chain, LedgerFiles files) {
        this.validator = validator;
        this.orderer = orderer;
        this.chain = chain;
        this.files = files;
    }

    Block commit(List<ByteString> transactions) {
        if (isBroken) {
            throw new IllegalStateException("the ledger is closed, or failed to write a block: open it again");
        }
        long number = chain.state().height();
        ValidatedBlock validated =
                validator.validate(number, transactions, chain.state(), chain.transactions()::contains);
        ByteString filter = BlockBytes.filter(validated.codes());
        ByteString commitHash = CommitHash.next(chain.commitHash(), filter, validated.updates());
        Block block = BlockBytes.validated(orderer.next(chain.tip(), transactions), filter, commitHash);
        SortedMap<Integer, TxPvtReadWriteSet> privateWrites = privateWrites(validated);
        List<Purge> purges = purges(number, validated);
        isBroken = true;
        try {
            files.privateLog().append(number, privateWrites);
            files.blocks().append(block);
            if (!purges.isEmpty()) {
                files.privateLog().purge(purges);
            }
            addPrivate(number, privateWrites, purges, validated.updates());
            chain.extend(block, validated);
            List<String> txIds =
                    validated.txIds().stream().flatMap(Optional::stream).toList();
            files.transientLog().forget(txIds, number + 1, !purges.isEmpty());
            files.checkpointIfWorthIt();
        } catch (IOException e) {
            throw new UncheckedIOException("block " + number + " cannot be written", e);
        }
        isBroken = false;
        return block;
    }

    /** Closes the files; what follows from the blocks is kept unless the last block failed. */
    void close() throws IOException {
        if (isBroken) {
            files.close();
        } else {
            isBroken = true;
            files.finish();
        }
    }

    private SortedMap<Integer, TxPvtReadWriteSet> privateWrites(ValidatedBlock validated) {
        SortedMap<Integer, TxPvtReadWriteSet> writes = new TreeMap<>();
        validated
                .valid()
                .forEach((position, transaction) -> PrivateWrites.matching(
                                transaction.readWriteSet(), files.transientLog().find(transaction.txId()))
                        .ifPresent(found -> writes.put(position, found)));
        return writes;
    }

    private static List<Purge> purges(long number, ValidatedBlock validated) {
        List<Purge> purges = new ArrayList<>();
        for (var entry : validated.valid().entrySet()) {
            EndorsedTransaction transaction = entry.getValue();
            purges.addAll(Purge.of(transaction.readWriteSet(), new Version(number, entry.getKey())));
        }
        return purges;
    }

    /** In the order of the block, a purge after the writes of its own transaction. */
    private void addPrivate(
            long number, SortedMap<Integer, TxPvtReadWriteSet> writes, List<Purge> purges, StateUpdates updates) {
        for (var entry : writes.entrySet()) {
            Version version = new Version(number, entry.getKey());
            PrivateWrites.without(entry.getValue(), version, purges)
                    .ifPresent(left -> PrivateWrites.apply(left, version, updates));
        }
        purges.forEach(purge -> purge.deleteIn(chain.state(), updates));
    }
}
