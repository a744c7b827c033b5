package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.block.BlockHeaders;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;

/** All that a reader of a small ledger can see. */
record LedgerSnapshot(long height, List<ByteString> hashes, List<KV> state) {

    static LedgerSnapshot of(TestLedger channel) {
        ChannelLedger ledger = channel.ledger();
        List<ByteString> hashes = new ArrayList<>();
        for (long number = 0; number < ledger.height(); number++) {
            Block block = ledger.block(number);
            hashes.add(BlockHeaders.hash(block.getHeader()));
            hashes.add(block.getMetadata().toByteString());
        }
        List<KV> state = channel.simulate(TestLedger.ONE).range("", "").next().results();
        return new LedgerSnapshot(ledger.height(), hashes, state);
    }
}
