package io.provenant.network.fault;

import io.provenant.gateway.ledger.block.BlockReader;
import io.provenant.gateway.ledger.block.LedgerTransaction;
import io.provenant.gateway.ledger.block.WriteSet;
import io.provenant.ledger.Role;
import io.provenant.network.testing.Actor;
import io.provenant.network.testing.TestLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.protos.common.Block;

/** Every transaction up to a block, as another organisation's peer has it. */
record Chain(List<LedgerTransaction> transactions) {

    /** Reads them from the regulator's peer, which waits for blocks that it has not yet. */
    static Chain upTo(TestLedger ledger, long last) {
        Actor reader = new Actor(FaultyLedger.REGULATOR, Role.LOG_OPERATOR.code(), "pty-cac", "reader000");
        BlockReader blocks = new BlockReader(ledger.chaincode());
        List<LedgerTransaction> all = new ArrayList<>();
        try (CloseableIterator<Block> stream = ledger.network(reader)
                .newBlockEventsRequest()
                .startBlock(0)
                .build()
                .getEvents()) {
            for (long number = 0; number <= last; number++) {
                all.addAll(blocks.read(stream.next()).transactions());
            }
        }
        return new Chain(all);
    }

    /** The valid ones of a command. */
    List<LedgerTransaction> valid(String command) {
        return transactions.stream()
                .filter(transaction ->
                        transaction.isValid() && transaction.command().equals(command))
                .toList();
    }

    /** The keys that the valid ones of a command wrote, one for each time. */
    Stream<String> keysWritten(String command) {
        return valid(command).stream()
                .flatMap(transaction -> transaction.writeSet().writes().stream())
                .map(WriteSet.Write::key);
    }
}
